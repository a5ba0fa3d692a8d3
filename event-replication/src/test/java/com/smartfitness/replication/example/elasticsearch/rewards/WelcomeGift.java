package com.smartfitness.replication.example.elasticsearch.rewards;

import com.smartfitness.replication.Reaction;
import com.smartfitness.replication.elasticsearch.DocumentChange;
import com.smartfitness.replication.elasticsearch.DocumentChange.Changed;
import com.smartfitness.replication.elasticsearch.ElasticsearchChanges;
import com.smartfitness.replication.example.MemberEvent.MemberJoinedEvent;
import org.springframework.stereotype.Component;

/** Gives every new member something, once; what is given twice is counted. */
@Component
@Reaction(queue = "welcome-gifts")
class WelcomeGift {

    /** What a member was given. */
    record Gifts(int number) {}

    private final ElasticsearchChanges changes;

    WelcomeGift(ElasticsearchChanges changes) {
        this.changes = changes;
    }

    void on(MemberJoinedEvent joined) {
        changes.enlist(new DocumentChange<>(
                "gift",
                joined.memberId(),
                Gifts.class,
                given -> Changed.to(new Gifts(given.map(Gifts::number).orElse(0) + 1))));
    }
}
