package com.smartfitness.replication.elasticsearch;

import static java.util.Objects.requireNonNull;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.smartfitness.replication.Version;
import com.smartfitness.replication.replica.KeptState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Looks through the rows of a replica, all of them as they are after the last write. */
final class RowInspection {

    private static final int AT_ONCE = 1_000;

    private final ElasticsearchLink link;
    private final ElasticsearchIndices indices;

    RowInspection(ElasticsearchLink link, ElasticsearchIndices indices) {
        this.link = link;
        this.indices = indices;
    }

    List<KeptState> states(String table, @Nullable String after, @Nullable String last) {
        return known(table, after, last, anyVersion(1)).stream()
                .map(StoredRow::state)
                .toList();
    }

    /** Rows that are there, in the order of ids. */
    List<StoredRow> rows(String table) {
        return known(
                table,
                null,
                null,
                Query.of(query -> query.term(term -> term.field("known.present").value(true))));
    }

    /** Removes the versions that neither a snapshot nor a newer event carried, and rows that no version stands for. */
    void sweep(String table, long generation, long epoch) {
        Query leftBehind = Query.of(query -> query.bool(bool -> bool.filter(anyVersion(1))
                .should(below("known.generation", generation))
                .should(below("known.epoch", epoch))
                .minimumShouldMatch("1")));
        while (!replace(table, Query.of(query -> query.bool(either(leftBehind, unknown()))), _ -> null)
                .isEmpty()) {}
    }

    /** Removes rows that no version stands for. Returns their ids. */
    List<String> removeAdded(String table, String key) {
        Query gone = Query.of(query ->
                query.bool(bool -> bool.filter(exists -> exists.exists(field -> field.field(StoredRow.ROW + "." + key)))
                        .filter(absent ->
                                absent.term(term -> term.field("known.present").value(false)))));
        Query added = Query.of(query -> query.bool(either(gone, unknown())));
        List<String> removed = new ArrayList<>();
        List<String> last;
        do {
            last = replace(table, added, row -> row.isKnown() ? row.withoutRow() : null);
            removed.addAll(last);
        } while (!last.isEmpty());
        return removed;
    }

    void remove(String table, Map<String, Version> known) {
        List<StoredDocument> stored = link.get(
                known.keySet().stream().map(id -> indices.row(table, id)).toList());
        link.write(stored.stream()
                .filter(document -> isAs(document, known))
                .map(document -> document.replacedBy(null))
                .toList());
    }

    private static boolean isAs(StoredDocument document, Map<String, Version> known) {
        StoredRow row = new StoredRow(document.source());
        return row.isKnown() && row.version().equals(known.get(document.id()));
    }

    /** Puts something else in the place of documents that match. Returns the ids of those that nobody else changed. */
    private List<String> replace(String table, Query query, Function<StoredRow, @Nullable ObjectNode> next) {
        String index = indices.rows(table);
        link.refresh(index);
        List<StoredDocument> found =
                link.find(index, search -> search.size(AT_ONCE).query(query));
        return link
                .write(found.stream()
                        .map(document -> document.replacedBy(next.apply(new StoredRow(document.source()))))
                        .toList())
                .stream()
                .filter(Objects::nonNull)
                .map(StoredDocument::id)
                .toList();
    }

    private List<StoredRow> known(String table, @Nullable String after, @Nullable String last, Query which) {
        String index = indices.rows(table);
        link.refresh(index);
        List<StoredRow> known = new ArrayList<>();
        List<StoredRow> page;
        String from = after;
        do {
            page = page(index, from, last, which);
            known.addAll(page);
            from = page.isEmpty() ? from : page.getLast().id();
        } while (page.size() == AT_ONCE);
        return known;
    }

    private List<StoredRow> page(String index, @Nullable String after, @Nullable String last, Query which) {
        Query stretch = Query.of(query -> query.range(range -> range.term(term -> {
            term.field(StoredRow.KNOWN_ID);
            if (after != null) {
                term.gt(after);
            }
            return last == null ? term : term.lte(last);
        })));
        return link
                .find(
                        index,
                        search -> search.size(AT_ONCE)
                                .query(query -> query.bool(bool -> bool.filter(which, stretch)))
                                .sort(sort -> sort.field(
                                        field -> field.field(StoredRow.KNOWN_ID).order(SortOrder.Asc))))
                .stream()
                .map(document -> new StoredRow(requireNonNull(document.source())))
                .toList();
    }

    private static BoolQuery either(Query one, Query other) {
        return BoolQuery.of(bool -> bool.should(one, other).minimumShouldMatch("1"));
    }

    private static Query unknown() {
        return Query.of(query ->
                query.bool(bool -> bool.mustNot(none -> none.exists(exists -> exists.field(StoredRow.KNOWN_ID)))));
    }

    private static Query anyVersion(long fromEpoch) {
        return Query.of(query -> query.range(
                range -> range.number(number -> number.field("known.epoch").gte((double) fromEpoch))));
    }

    private static Query below(String field, long value) {
        return Query.of(query ->
                query.range(range -> range.number(number -> number.field(field).lt((double) value))));
    }
}
