package com.smartfitness.search.review;

import com.smartfitness.events.UserErasedEvent;
import com.smartfitness.replication.Reaction;
import com.smartfitness.replication.elasticsearch.DocumentChange;
import com.smartfitness.replication.elasticsearch.DocumentChange.Changed;
import com.smartfitness.replication.elasticsearch.ElasticsearchChanges;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Remembers whose traces have to go. */
@Component
@Reaction(queue = "erasures")
class ErasureReaction {

    private final ElasticsearchChanges changes;
    private final Clock clock;

    ErasureReaction(ElasticsearchChanges changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    void on(UserErasedEvent erased) {
        changes.enlist(new DocumentChange<>(
                Erasure.KIND,
                erased.userId(),
                Erasure.class,
                _ -> Changed.to(Erasure.of(erased.userId(), clock.instant()))));
    }
}
