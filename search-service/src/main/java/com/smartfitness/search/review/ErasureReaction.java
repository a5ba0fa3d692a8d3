package com.smartfitness.search.review;

import com.smartfitness.events.UserErasedEvent;
import com.smartfitness.replication.Reaction;
import com.smartfitness.replication.elasticsearch.DocumentChange;
import com.smartfitness.replication.elasticsearch.DocumentChange.Changed;
import com.smartfitness.replication.elasticsearch.ElasticsearchChanges;
import org.springframework.stereotype.Component;

/** Remembers whose traces have to go. */
@Component
@Reaction(queue = "erasures")
class ErasureReaction {

    private final ElasticsearchChanges changes;

    ErasureReaction(ElasticsearchChanges changes) {
        this.changes = changes;
    }

    void on(UserErasedEvent erased) {
        changes.enlist(new DocumentChange<>(
                Erasure.KIND, erased.userId(), Erasure.class, _ -> Changed.to(new Erasure(erased.userId()))));
    }
}
