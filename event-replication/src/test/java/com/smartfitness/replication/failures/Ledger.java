package com.smartfitness.replication.failures;

import static java.util.stream.Collectors.toMap;

import com.smartfitness.stack.DatabaseFacts;
import com.smartfitness.testing.stores.Eventually;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What has been committed at the source and what has been applied at the consumer, read from the two databases. */
final class Ledger implements Books {

    private final JdbcClient members;
    private final JdbcClient rewards;

    Ledger(DatabaseFacts members, DatabaseFacts rewards) {
        this.members = client(members);
        this.rewards = client(rewards);
    }

    JdbcClient members() {
        return members;
    }

    JdbcClient rewards() {
        return rewards;
    }

    @Override
    public long pending() {
        return number(members, "select count(*) from replication.outbox");
    }

    /** Waits until all that is committed now has been sent, whatever comes after. */
    void awaitSent() {
        long last = number(members, "select coalesce(max(position), 0) from replication.outbox");
        Eventually.holds(
                "what was committed has been sent",
                LIMIT,
                () -> number(members, "select count(*) from replication.outbox where position <= ?", last) == 0);
    }

    @Override
    public boolean isKnown(String memberId) {
        return number(rewards, "select count(*) from known_member where member_id = ?", memberId) == 1;
    }

    @Override
    public long gifts(String memberId) {
        return number(rewards, "select count(*) from gift where member_id = ?", memberId);
    }

    /** How many with such an id are known and have one gift. */
    long welcomed(String idBeginning) {
        return number(rewards, """
                select count(*) from known_member
                join (select member_id from gift group by member_id having count(*) = 1) welcomed using (member_id)
                where member_id like ? || '%'
                """, idBeginning);
    }

    @Override
    public Differences differences() {
        Map<String, Integer> committed = rows(members, "select member_id, visits from member");
        Map<String, Integer> known = rows(rewards, "select member_id, visits from known_member");
        Map<String, Integer> gifts = rows(rewards, "select member_id, count(*) from gift group by member_id");
        Set<String> everJoined = Set.copyOf(members.sql(
                        "select id from replication.published_state where aggregate = 'member' and id not like 'Long-ago-%'")
                .query(String.class)
                .list());
        return Differences.between(committed, known, everJoined, gifts);
    }

    /** Whether these are all among those of whom something was ever published. */
    boolean hasPublished(Set<String> memberIds) {
        return Set.copyOf(members.sql("select id from replication.published_state")
                        .query(String.class)
                        .list())
                .containsAll(memberIds);
    }

    /** Puts members in as if they had joined and their events had been sent long ago. */
    void addMembersOfLongAgo(int number) {
        members.sql("insert into member select 'Long-ago-' || i, 'Long', 0 from generate_series(1, ?) i")
                .params(number)
                .update();
        members.sql("""
                        insert into replication.published_state
                        select 'member', member_id, 1, 'members.member-joined.v1', now(),
                               json_build_object('memberId', member_id, 'name', name, 'visits', visits)::text
                        from member where member_id like 'Long-ago-%'
                        """).update();
    }

    /** How far the replica is complete. */
    Snapshot snapshot() {
        return rewards.sql("select generation, reason, running, cursor, applied from replication.replica")
                .query(Snapshot.class)
                .single();
    }

    /** The stored progress of a replica. */
    record Snapshot(
            long generation,
            String reason,
            boolean running,
            @Nullable String cursor,
            long applied) {}

    private static Map<String, Integer> rows(JdbcClient database, String sql) {
        return database.sql(sql).query((row, number) -> Map.entry(row.getString(1), row.getInt(2))).list().stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static long number(JdbcClient database, String sql, Object... parameters) {
        return database.sql(sql).params(parameters).query(Long.class).single();
    }

    private static JdbcClient client(DatabaseFacts facts) {
        return JdbcClient.create(new DriverManagerDataSource(facts.jdbcUrl(), facts.username(), facts.password()));
    }
}
