package com.smartfitness.replication.example.members;

import com.smartfitness.replication.EventPublisher;
import com.smartfitness.replication.Version;
import com.smartfitness.replication.example.MemberEvent.MemberChangedEvent;
import com.smartfitness.replication.example.MemberEvent.MemberJoinedEvent;
import com.smartfitness.replication.example.MemberEvent.MemberLeftEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes members and publishes each change in the same transaction. */
@Component
public class Members {

    private final JdbcClient jdbc;
    private final EventPublisher events;

    Members(JdbcClient jdbc, EventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    @Transactional
    public Version join(String memberId, String name) {
        jdbc.sql("insert into member (member_id, name, visits) values (?, ?, 0)")
                .params(memberId, name)
                .update();
        return events.publish(new MemberJoinedEvent(memberId, name, 0));
    }

    @Transactional
    public Version visit(String memberId) {
        return jdbc.sql("update member set visits = visits + 1 where member_id = ? returning name, visits")
                .params(memberId)
                .query((row, number) ->
                        events.publish(new MemberChangedEvent(memberId, row.getString("name"), row.getInt("visits"))))
                .single();
    }

    @Transactional
    public Version leave(String memberId) {
        jdbc.sql("delete from member where member_id = ?").params(memberId).update();
        return events.publish(new MemberLeftEvent(memberId));
    }
}
