package com.smartfitness.replication.elasticsearch;

import static java.util.Objects.requireNonNull;

import com.smartfitness.replication.Version;
import com.smartfitness.replication.replica.KeptState;
import com.smartfitness.replication.replica.ReplicaChange;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A row of a replica and what is known of its aggregate, in one document, since Elasticsearch changes no two together. What
 * else the service keeps in that document is carried along.
 *
 * @param source null if nothing is known
 */
record StoredRow(@Nullable ObjectNode source) {

    static final String ROW = "row";
    static final String KNOWN = "known";
    static final String KNOWN_ID = "known.id";

    /** Whether any version stands for it; a row may be there all the same, if others have put it there. */
    boolean isKnown() {
        return source != null && source.path(KNOWN).has("id");
    }

    @Nullable JsonNode row() {
        return source == null ? null : source.get(ROW);
    }

    String id() {
        return known().get("id").stringValue();
    }

    Version version() {
        return new Version(
                known().get("epoch").longValue(), known().get("counter").longValue());
    }

    long generation() {
        return known().get("generation").longValue();
    }

    KeptState state() {
        JsonNode row = row();
        return new KeptState(
                id(),
                version(),
                known().get("hash").longValue(),
                sum(row).equals(known().get("sum").stringValue()));
    }

    /** The document that shows a change; where there is to be no row, what else was in it goes as well. */
    ObjectNode changed(ReplicaChange change, @Nullable JsonNode row, long generation) {
        ObjectNode next = row == null ? JsonNodeFactory.instance.objectNode() : copy();
        if (row != null) {
            next.set(ROW, row);
        }
        next.putObject(KNOWN)
                .put("id", change.id())
                .put("epoch", change.version().epoch())
                .put("counter", change.version().counter())
                .put("generation", generation)
                .put("hash", change.hash())
                .put("present", row != null)
                .put("sum", sum(row));
        return next;
    }

    /** The document that says that a snapshot has carried this. */
    ObjectNode carried(long generation) {
        ObjectNode next = copy();
        next.withObject("/" + KNOWN).put("generation", generation);
        return next;
    }

    /** The document without a row. */
    ObjectNode withoutRow() {
        ObjectNode next = JsonNodeFactory.instance.objectNode();
        next.set(KNOWN, known());
        return next;
    }

    private ObjectNode copy() {
        return source == null ? JsonNodeFactory.instance.objectNode() : source.deepCopy();
    }

    private JsonNode known() {
        return requireNonNull(source).path(KNOWN);
    }

    /** What the row was when it was written, to see whether it still is; empty for none. */
    private static String sum(@Nullable JsonNode row) {
        return row == null ? "" : Fingerprint.of(row.toString(), 16);
    }
}
