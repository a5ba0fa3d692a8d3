package com.smartfitness.replication.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.replication.contract.InspectedReplicaContract;
import com.smartfitness.replication.contract.KnownNote;
import com.smartfitness.replication.replica.ReplicaDefinition;
import com.smartfitness.replication.replica.ReplicaStore;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Rows of notes in Elasticsearch. */
abstract class ElasticsearchReplicas extends InspectedReplicaContract {

    /** The service that keeps them. */
    abstract ServiceElasticsearch elasticsearch();

    private static final ReplicaDefinition NOTES =
            new ReplicaDefinition("readers.notes", "notes", "note", "known_note", KnownNote.class);

    @Override
    protected ReplicaStore newStore() {
        return elasticsearch().replicaStore();
    }

    @Override
    protected ReplicaDefinition replica() {
        return NOTES;
    }

    @Override
    protected @Nullable String textOf(String id) {
        return elasticsearch()
                .replicaRows()
                .row("known_note", KnownNote.class, id)
                .map(KnownNote::text)
                .orElse(null);
    }

    @Override
    protected void alterBehindTheBack(String id, String text) {
        plantBehindTheBack(id, text);
    }

    @Override
    protected void plantBehindTheBack(String id, String text) {
        atTheConsole(id, document -> {
            document.putObject("row").put("noteId", id).put("text", text);
            return document;
        });
    }

    @Override
    protected void removeBehindTheBack(String id) {
        atTheConsole(id, document -> {
            document.remove("row");
            return document;
        });
    }

    @Test
    void keepsWhatElseTheServiceHasInARowsDocument() {
        apply("1.1", "A");
        atTheConsole("a", document -> document.put("stars", 5));

        apply("1.2", "A2");

        assertThat(textOf("a")).isEqualTo("A2");
        assertThat(elasticsearch()
                        .documents("known_note")
                        .getFirst()
                        .path("stars")
                        .asInt())
                .isEqualTo(5);
    }

    /** With the document its version is gone, too: it counts as one that never arrived. */
    @Test
    void bringsADeletedDocumentAgain() {
        apply("1.1", "A");
        elasticsearch().link().write(stored("a").replacedBy(null));

        apply("1.1", "A");

        assertThat(textOf("a")).isEqualTo("A");
    }

    private void apply(String version, String text) {
        ReplicaStore store = newStore();
        store.open(NOTES);
        store.apply(NOTES, List.of(note("a", version, text)), Map.of());
    }

    private void atTheConsole(String id, UnaryOperator<ObjectNode> change) {
        StoredDocument stored = stored(id);
        elasticsearch().link().write(stored.replacedBy(change.apply(stored.copy())));
    }

    private StoredDocument stored(String id) {
        return elasticsearch().link().get(elasticsearch().indices().row("known_note", id));
    }
}
