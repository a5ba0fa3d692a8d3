package com.smartfitness.replication.example.rewards;

import com.smartfitness.replication.Reaction;
import com.smartfitness.replication.example.MemberEvent.MemberJoinedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives every new member something, once. */
@Component
@Reaction(queue = "welcome-gifts")
class WelcomeGift {

    private final JdbcClient jdbc;

    WelcomeGift(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void on(MemberJoinedEvent joined) {
        jdbc.sql("insert into gift (member_id) values (?)")
                .params(joined.memberId())
                .update();
    }
}
