package com.smartfitness.replication.contract;

import com.smartfitness.replication.contract.RandomSource.Chunk;
import com.smartfitness.replication.replica.ReplicaDefinition;
import com.smartfitness.replication.replica.ReplicaProgress;
import com.smartfitness.replication.replica.ReplicaStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** A source, a wire and a replica that is killed now and then, one random step after the other. */
final class RandomHistory {

    private final Random random;
    private final Supplier<ReplicaStore> stores;
    private final ReplicaDefinition replica;
    private final RandomSource source;
    private final RandomWire wire;
    private final List<Chunk> earlierChunks = new ArrayList<>();
    private ReplicaStore store;
    private boolean needsSnapshot = true;

    RandomHistory(Random random, Supplier<ReplicaStore> stores, ReplicaDefinition replica) {
        this.random = random;
        this.stores = stores;
        this.replica = replica;
        this.source = new RandomSource(random);
        this.wire = new RandomWire(random);
        this.store = opened();
    }

    /** Goes on until so many events more were delivered, and then until the replica should be complete. */
    void run(int deliveries) {
        int until = wire.delivered() + deliveries;
        while (wire.delivered() < until) {
            step();
        }
        while (!wire.isEmpty() || needsSnapshot || store.progress(replica).running()) {
            deliver();
            snapshotStep();
        }
    }

    Map<String, String> expectedRows() {
        return source.rows();
    }

    private void step() {
        switch (random.nextInt(100)) {
            case 0 -> source.backUp();
            case 1 -> restoreSource();
            case 2 -> lose();
            case 3, 4 -> store = opened();
            case 5, 6, 7 -> repeatChunk();
            default -> {
                switch (random.nextInt(3)) {
                    case 0 -> change();
                    case 1 -> deliver();
                    default -> snapshotStep();
                }
            }
        }
    }

    private void change() {
        for (int i = random.nextInt(40); i >= 0; i--) {
            wire.send(source.change());
        }
    }

    private void deliver() {
        store.apply(replica, wire.deliver(), Map.of());
    }

    private void lose() {
        wire.lose();
        needsSnapshot = true;
    }

    private void restoreSource() {
        source.restore();
        needsSnapshot = true;
    }

    /** What the consumer does when it hears of a gap or a higher epoch, or may ask for the next chunk. */
    private void snapshotStep() {
        ReplicaProgress progress = store.progress(replica);
        if (needsSnapshot && random.nextBoolean()) {
            store.begin(replica, random.nextBoolean() ? source.epoch() : progress.epoch());
            needsSnapshot = false;
        } else if (progress.running()) {
            Chunk chunk = source.chunk(progress.generation(), progress.cursor());
            earlierChunks.add(chunk);
            advance(chunk);
        }
    }

    private void repeatChunk() {
        if (!earlierChunks.isEmpty()) {
            advance(earlierChunks.get(random.nextInt(earlierChunks.size())));
        }
    }

    private void advance(Chunk chunk) {
        long known = store.progress(replica).epoch();
        if (known != 0 && chunk.place().epoch() > known) {
            store.begin(replica, chunk.place().epoch());
        } else {
            store.advance(replica, chunk.changes(), chunk.place());
        }
    }

    private ReplicaStore opened() {
        ReplicaStore opened = stores.get();
        opened.open(replica);
        return opened;
    }
}
