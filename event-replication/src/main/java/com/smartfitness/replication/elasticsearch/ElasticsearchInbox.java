package com.smartfitness.replication.elasticsearch;

import com.smartfitness.replication.inbox.Inbox;
import java.time.Instant;
import java.util.List;

/**
 * The inbox in the service's own Elasticsearch. The change that an effect has enlisted is written together with the memory
 * of the event, in the document that it changes, so both happen or neither; whatever else an effect does may happen
 * again. Where it has enlisted none, the memory is a document of its own.
 */
public final class ElasticsearchInbox implements Inbox {

    private static final String HANDLED_AT = "handledAt";
    private static final int AT_ONCE = 1_000;

    private final ElasticsearchLink link;
    private final ElasticsearchIndices indices;
    private final ElasticsearchChanges changes;

    public ElasticsearchInbox(ElasticsearchLink link, ElasticsearchIndices indices, ElasticsearchChanges changes) {
        this.link = link;
        this.indices = indices;
        this.changes = changes;
    }

    @Override
    public boolean once(String consumer, String eventId, Runnable effect) {
        String handled = consumer + "/" + eventId;
        Effect collecting = new Effect();
        ScopedValue.where(Effect.RUNNING, collecting).run(effect);
        DocumentChange<?> change = collecting.change();
        return change == null ? remember(handled) : changes.makeOnce(change, handled);
    }

    private boolean remember(String handled) {
        StoredDocument memory = link.get(indices.control("inbox/" + handled));
        return memory.source() == null
                && link.write(memory.replacedBy(memory.copy().put(HANDLED_AT, System.currentTimeMillis()))) != null;
    }

    @Override
    public long prune(Instant before) {
        return pruneMemories(before) + pruneDocuments(before);
    }

    private long pruneMemories(Instant before) {
        String index = indices.control("inbox").index();
        long forgotten = 0;
        List<StoredDocument> found;
        do {
            found = old(index, HANDLED_AT, before);
            forgotten += link.write(found.stream()
                            .map(memory -> memory.replacedBy(null))
                            .toList())
                    .size();
        } while (found.size() == AT_ONCE);
        return forgotten;
    }

    private long pruneDocuments(Instant before) {
        long forgotten = 0;
        List<StoredDocument> found;
        do {
            found = old(indices.published(), "replication.handled.at", before);
            for (StoredDocument document : found) {
                int[] last = {0};
                link.update(new DocumentPlace(document.index(), document.id()), stored -> {
                    OwnDocument own = OwnDocument.of(stored);
                    last[0] = own.forget(before);
                    return last[0] == 0 ? null : own.json();
                });
                forgotten += last[0];
            }
        } while (found.size() == AT_ONCE);
        return forgotten;
    }

    private List<StoredDocument> old(String index, String field, Instant before) {
        link.refresh(index);
        return link.find(
                index,
                search -> search.size(AT_ONCE)
                        .query(query -> query.range(range ->
                                range.number(number -> number.field(field).lt((double) before.toEpochMilli())))));
    }
}
