package com.smartfitness.replication.elasticsearch;

import com.smartfitness.replication.Version;
import com.smartfitness.replication.replica.ReplicaChange;
import com.smartfitness.replication.replica.ReplicaProgress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes of some rows of a replica, each decided by what its document is now, and decided again where others were
 * faster. Each takes effect by itself, and once, however often all of them are repeated.
 */
final class RowChanges {

    private final ElasticsearchLink link;
    private final ElasticsearchIndices indices;
    private final String table;
    private final List<ReplicaChange> changes;
    private final Map<String, JsonNode> rows = new HashMap<>();

    /**
     * Nothing is written yet.
     *
     * @throws RuntimeException if one of the rows is not of its aggregate
     */
    RowChanges(
            ElasticsearchLink link,
            ElasticsearchIndices indices,
            String table,
            RowFormat format,
            List<ReplicaChange> changes) {
        this.link = link;
        this.indices = indices;
        this.table = table;
        this.changes = changes;
        for (ReplicaChange change : changes) {
            JsonNode row = format.write(change);
            if (row != null) {
                rows.put(change.id(), row);
            }
        }
    }

    /** Writes what is newer than what is shown. Returns how many took effect. */
    int writeNewer(ReplicaProgress progress) {
        return write(progress, false);
    }

    /** Writes what is not older than what is shown, and marks all as carried by the running snapshot. */
    int writeCarried(ReplicaProgress progress) {
        return write(progress, true);
    }

    private int write(ReplicaProgress progress, boolean carried) {
        int effective = 0;
        List<ReplicaChange> left = changes;
        for (int attempt = 0; attempt < ElasticsearchLink.ATTEMPTS && !left.isEmpty(); attempt++) {
            List<ReplicaChange> again = new ArrayList<>();
            effective += write(left, progress, carried, again);
            left = again;
        }
        if (!left.isEmpty()) {
            throw ElasticsearchLink.crowded(indices.row(table, left.getFirst().id()));
        }
        return effective;
    }

    private int write(
            List<ReplicaChange> wanted, ReplicaProgress progress, boolean carried, List<ReplicaChange> again) {
        List<StoredDocument> stored = link.get(
                wanted.stream().map(change -> indices.row(table, change.id())).toList());
        List<ReplicaChange> written = new ArrayList<>();
        List<DocumentWrite> writes = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            ObjectNode next = next(new StoredRow(stored.get(i).source()), wanted.get(i), progress, carried);
            if (next != null) {
                written.add(wanted.get(i));
                writes.add(stored.get(i).replacedBy(next));
            }
        }
        List<@Nullable StoredDocument> outcomes = link.write(writes);
        for (int i = 0; i < written.size(); i++) {
            if (outcomes.get(i) == null) {
                again.add(written.get(i));
            }
        }
        return written.size() - again.size();
    }

    private @Nullable ObjectNode next(
            StoredRow stored, ReplicaChange change, ReplicaProgress progress, boolean carried) {
        if (isOfThisEpoch(change.version(), progress) && isToBeShown(stored, change.version(), carried)) {
            return stored.changed(change, rows.get(change.id()), progress.generation());
        }
        return carried && stored.isKnown() && stored.generation() < progress.generation()
                ? stored.carried(progress.generation())
                : null;
    }

    private static boolean isToBeShown(StoredRow stored, Version version, boolean carried) {
        return !stored.isKnown() || version.compareTo(stored.version()) > (carried ? -1 : 0);
    }

    private static boolean isOfThisEpoch(Version version, ReplicaProgress progress) {
        return version.equals(Version.OUTSIDE) || version.epoch() >= progress.epoch();
    }
}
