package com.smartfitness.replication.elasticsearch;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import com.smartfitness.replication.Version;
import com.smartfitness.replication.replica.KeptState;
import com.smartfitness.replication.replica.ReplicaChange;
import com.smartfitness.replication.replica.ReplicaDefinition;
import com.smartfitness.replication.replica.ReplicaProgress;
import com.smartfitness.replication.replica.ReplicaStore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Replicas in the service's own Elasticsearch: an index of documents, each a row with its version. Rows are written
 * before it is remembered how far streams and snapshots have come, so a process that is killed in between finds its
 * events delivered again, and rows that have them already. Where a snapshot begins while rows are written, they are
 * written again as rows of its time, so that its end does not take them for left behind.
 */
public final class ElasticsearchReplicaStore implements ReplicaStore {

    private final ElasticsearchLink link;
    private final ElasticsearchIndices indices;
    private final JsonMapper json;
    private final RowInspection inspection;
    private final Map<String, RowFormat> opened = new ConcurrentHashMap<>();
    private final Set<String> prepared = ConcurrentHashMap.newKeySet();

    public ElasticsearchReplicaStore(ElasticsearchLink link, ElasticsearchIndices indices, JsonMapper json) {
        this.link = link;
        this.indices = indices;
        this.json = json;
        this.inspection = new RowInspection(link, indices);
    }

    /** Asks nothing of the store, which may be starting; what it has to be asked is asked first by whatever comes next. */
    @Override
    public void open(ReplicaDefinition replica) {
        RowFormat format = RowFormat.of(replica, json);
        indices.addTable(replica.table(), format.keyName());
        opened.put(replica.name(), format);
    }

    @Override
    public int apply(ReplicaDefinition replica, List<ReplicaChange> changes, Map<String, Version> seen) {
        RowChanges rows = rows(replica, changes);
        ReplicaProgress progress = progress(replica);
        int applied = rows.writeNewer(progress);
        while (true) {
            ReplicaProgress now = seen.isEmpty()
                    ? progress(replica)
                    : changeIn(progress, replica, state -> state.saw(seen)).progress();
            if (now.generation() == progress.generation()) {
                return applied;
            }
            progress = now;
            rows.writeCarried(progress);
        }
    }

    @Override
    public Map<String, Version> seen(ReplicaDefinition replica) {
        return state(link.get(place(replica))).seen().entrySet().stream()
                .collect(toMap(Map.Entry::getKey, place -> Version.parse(place.getValue())));
    }

    @Override
    public ReplicaProgress progress(ReplicaDefinition replica) {
        return state(link.get(place(replica))).progress();
    }

    @Override
    public ReplicaProgress begin(ReplicaDefinition replica, long epoch) {
        return change(replica, state -> state.needed(epoch)).progress();
    }

    @Override
    public ReplicaProgress rebuild(ReplicaDefinition replica) {
        return change(replica, state -> state.at(state.progress().wanted())).progress();
    }

    @Override
    public ReplicaProgress cancel(ReplicaDefinition replica) {
        return change(replica, state -> state.at(state.progress().cancelled())).progress();
    }

    @Override
    public ReplicaProgress advance(ReplicaDefinition replica, List<ReplicaChange> changes, ChunkPlace place) {
        RowChanges rows = rows(replica, changes);
        while (true) {
            ReplicaProgress progress = progress(replica);
            rows.writeCarried(progress);
            if (place.isLast() && place.isAwaitedBy(progress)) {
                inspection.sweep(replica.table(), progress.generation(), place.epoch());
            }
            ReplicaProgress now = changeIn(progress, replica, state -> carried(state, place, changes.size()))
                    .progress();
            if (now.generation() == progress.generation()) {
                return now;
            }
        }
    }

    private static ReplicaState carried(ReplicaState state, ChunkPlace place, int rows) {
        return place.isAwaitedBy(state.progress())
                ? state.at(state.progress().carried(place.epoch(), place.next(), rows))
                : state;
    }

    @Override
    public List<KeptState> states(ReplicaDefinition replica, @Nullable String after, @Nullable String last) {
        return inspection.states(replica.table(), after, last);
    }

    @Override
    public List<String> removeAdded(ReplicaDefinition replica) {
        return inspection.removeAdded(replica.table(), format(replica).keyName());
    }

    @Override
    public void remove(ReplicaDefinition replica, Map<String, Version> known) {
        inspection.remove(replica.table(), known);
    }

    /** Changes what is remembered, unless another snapshot has begun since; returns what is then remembered. */
    private ReplicaState changeIn(ReplicaProgress time, ReplicaDefinition replica, UnaryOperator<ReplicaState> change) {
        return change(
                replica, state -> state.progress().generation() == time.generation() ? change.apply(state) : state);
    }

    private ReplicaState change(ReplicaDefinition replica, UnaryOperator<ReplicaState> change) {
        return state(link.update(place(replica), stored -> {
            ReplicaState before = state(stored);
            ReplicaState after = change.apply(before);
            return after.equals(before) ? null : json.valueToTree(after);
        }));
    }

    private RowChanges rows(ReplicaDefinition replica, List<ReplicaChange> changes) {
        return new RowChanges(link, indices, replica.table(), format(replica), changes);
    }

    private RowFormat format(ReplicaDefinition replica) {
        return requireNonNull(opened.get(replica.name()), () -> replica.name() + " has not been opened");
    }

    private ReplicaState state(StoredDocument stored) {
        return json.treeToValue(requireNonNull(stored.source()), ReplicaState.class);
    }

    private DocumentPlace place(ReplicaDefinition replica) {
        DocumentPlace place = indices.control("replica/" + replica.name());
        if (!prepared.contains(replica.name())) {
            String shape = format(replica).shape();
            link.update(place, stored -> shaped(stored, shape));
            prepared.add(replica.name());
        }
        return place;
    }

    /** Null if its rows have this shape. */
    private @Nullable ObjectNode shaped(StoredDocument stored, String shape) {
        if (stored.source() == null) {
            return json.valueToTree(ReplicaState.empty(shape));
        }
        ReplicaState state = state(stored);
        return state.shape().equals(shape) ? null : json.valueToTree(state.reshaped(shape));
    }
}
