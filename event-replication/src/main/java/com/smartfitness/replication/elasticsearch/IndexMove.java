package com.smartfitness.replication.elasticsearch;

import static java.util.Objects.requireNonNull;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.indices.IndicesBlockOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings all documents of an index into another that looks otherwise, which then takes its aliases. It is read all the
 * while. It is written while everything is copied, and not, for a moment, while what has changed since is: whoever wants
 * to is told to come again, and keeps the number of a document in the old index, which takes no writes any more.
 *
 * <p>The new index is this move's own, so of two at once one changes the aliases, and the other has copied in vain.
 *
 * @param from the index that has the aliases
 * @param to an index that has none
 */
record IndexMove(ElasticsearchLink link, String from, String to, List<String> aliases) {

    private static final Logger log = LoggerFactory.getLogger(IndexMove.class);
    private static final int AT_ONCE = 500;

    void run() {
        log.info("{} moves to {}", from, to);
        Map<String, Long> copied = new HashMap<>();
        try {
            copy(copied);
            link.call(client ->
                    client.indices().addBlock(block -> block.index(from).block(IndicesBlockOptions.Write)));
            Set<String> gone = new HashSet<>(copied.keySet());
            gone.removeAll(copy(copied));
            removeAll(gone);
            link.refresh(to);
            takeAliases();
        } catch (RuntimeException e) {
            abandon();
            throw e;
        }
        log.info("{} has moved to {} with {} documents", from, to, copied.size());
    }

    /** Copies what has not been copied as it is now. Returns the ids of all that is there. */
    private Set<String> copy(Map<String, Long> copied) {
        link.refresh(from);
        Set<String> present = new HashSet<>();
        long after = -1;
        List<StoredDocument> page;
        do {
            page = page(after);
            List<BulkOperation> writes = new ArrayList<>();
            for (StoredDocument document : page) {
                present.add(document.id());
                Long before = copied.put(document.id(), document.sequence());
                if (before == null || before != document.sequence()) {
                    writes.add(BulkOperation.of(operation -> operation.index(
                            index -> index.index(to).id(document.id()).document(document.source()))));
                }
                after = document.sequence();
            }
            send(writes);
        } while (page.size() == AT_ONCE);
        return present;
    }

    private List<StoredDocument> page(long after) {
        return link.find(
                from,
                search -> search.size(AT_ONCE)
                        .sort(sort -> sort.field(field -> field.field("_seq_no").order(SortOrder.Asc)))
                        .searchAfter(FieldValue.of(after)));
    }

    private void removeAll(Set<String> ids) {
        send(ids.stream()
                .map(id -> BulkOperation.of(
                        operation -> operation.delete(delete -> delete.index(to).id(id))))
                .toList());
    }

    private void send(List<BulkOperation> writes) {
        if (!writes.isEmpty()) {
            link.call(client -> client.bulk(bulk -> bulk.operations(writes))).items().stream()
                    .filter(item -> item.error() != null)
                    .findFirst()
                    .ifPresent(item -> {
                        throw ElasticsearchFailures.of(item.status(), requireNonNull(item.error()));
                    });
        }
    }

    /** All at once, and only if the old index still has them. */
    private void takeAliases() {
        link.call(client -> client.indices()
                .updateAliases(update -> update.actions(remove -> remove.remove(
                                from -> from.index(from()).aliases(aliases).mustExist(true)))
                        .actions(add -> add.add(index -> index.index(to).aliases(aliases)))));
    }

    /** The old index takes writes again, unless it has lost its aliases to somebody who was faster. */
    private void abandon() {
        try {
            link.call(client -> client.indices().delete(delete -> delete.index(to)));
            boolean stillThere = link.call(client -> client.indices()
                    .existsAlias(request -> request.index(from).name(aliases.getFirst()))
                    .value());
            if (stillThere) {
                link.call(client -> client.indices()
                        .putSettings(
                                put -> put.index(from).settings(index -> index.blocks(block -> block.write(false)))));
            }
        } catch (RuntimeException e) {
            log.warn("{} may have been left blocked by a move that failed: {}", from, e.toString());
        }
    }
}
