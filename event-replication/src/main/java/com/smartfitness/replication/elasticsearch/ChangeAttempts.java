package com.smartfitness.replication.elasticsearch;

import com.smartfitness.replication.Version;
import com.smartfitness.replication.elasticsearch.DocumentChange.Changed;
import com.smartfitness.replication.outbox.OwnEvents;
import com.smartfitness.replication.outbox.OwnEvents.Draft;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A change as it is tried on what its document is now, until nobody else is faster. */
final class ChangeAttempts<D> {

    private final DocumentChange<D> change;
    private final @Nullable String handled;
    private final OwnEvents own;
    private final JsonMapper json;
    private final long position;
    private @Nullable Changed<D> changed;
    private List<Long> versions = List.of();

    /**
     * Nothing has been tried.
     *
     * @param handled event of others that the change is the effect of
     * @param position of its events among those of other documents
     */
    ChangeAttempts(DocumentChange<D> change, @Nullable String handled, OwnEvents own, JsonMapper json, long position) {
        this.change = change;
        this.handled = handled;
        this.own = own;
        this.json = json;
        this.position = position;
    }

    /** The document after the change; null if it shows the change already, or the change leaves it as it is. */
    @Nullable ObjectNode next(StoredDocument stored) {
        OwnDocument document = OwnDocument.of(stored, change.kind(), change.id());
        changed = null;
        if (handled != null) {
            if (document.hasHandled(handled)) {
                return null;
            }
            document.handled(handled, Instant.now());
        }
        Optional<D> before =
                Optional.ofNullable(document.content()).map(found -> json.treeToValue(found, change.content()));
        Changed<D> next = change.step().apply(before);
        if (handled == null && next.changesNothingOf(before)) {
            versions = List.of();
            changed = next;
            return null;
        }
        document.replaceContent(next.content() == null ? null : json.valueToTree(next.content()));
        versions = next.events().stream()
                .map(own::draft)
                .map(this::requireAboutThis)
                .map(draft -> document.publish(draft, position))
                .toList();
        changed = next;
        return document.json();
    }

    long position() {
        return position;
    }

    boolean hasPublished() {
        return changed != null && !versions.isEmpty();
    }

    /**
     * What the last attempt has made; nothing if the document showed the change already.
     *
     * @param epoch asked for where something was published
     */
    Optional<Made<D>> made(LongSupplier epoch) {
        return Optional.ofNullable(changed)
                .map(made -> new Made<>(made.content(), versions.isEmpty() ? List.of() : in(epoch.getAsLong())));
    }

    private List<Version> in(long epoch) {
        return versions.stream().map(version -> new Version(epoch, version)).toList();
    }

    private Draft requireAboutThis(Draft draft) {
        if (!draft.aggregate().equals(change.kind()) || !draft.aggregateId().equals(change.id())) {
            throw new IllegalArgumentException("A document tells of itself: %s %s publishes nothing about %s %s"
                    .formatted(change.kind(), change.id(), draft.aggregate(), draft.aggregateId()));
        }
        return draft;
    }
}
