package com.smartfitness.monitoring.watch;

import com.smartfitness.monitoring.equipment.PingAddress;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Who is silent, who is being asked, and since when this service would have heard. */
@Repository
class SilenceRecord {

    private final JdbcClient database;
    private final WatchProperties properties;

    SilenceRecord(JdbcClient database, WatchProperties properties) {
        this.database = database;
        this.properties = properties;
    }

    /** Notes that the service hears at this time; where it has not said so for a while, silence counts from now. */
    void hears(Instant now) {
        database.sql("""
                        insert into hearing as known (since, until) values (:now, :now)
                        on conflict (one) do update set until = :now, since =
                            case when known.until between :recently and :soon then known.since else :now end
                        """)
                .param("now", Timestamp.from(now))
                .param("recently", Timestamp.from(now.minus(properties.gap())))
                .param("soon", Timestamp.from(now.plus(properties.gap())))
                .update();
    }

    /** Takes silent equipment that nobody is asking; no other instance takes it before {@code until}. */
    List<SilentEquipment> take(int limit, Instant now, Instant until) {
        return database.sql("""
                        with silent as (
                            select equipment_id, ping_address
                            from equipment_state state join equipment using (equipment_id), hearing
                            where status = 'IN_SERVICE' and next_ping_at <= :now
                              and greatest(heard_at, since) < :silentSince
                            order by next_ping_at limit :limit
                            for update of state skip locked)
                        update equipment_state state set next_ping_at = :until
                        from silent where state.equipment_id = silent.equipment_id
                        returning silent.*
                        """)
                .param("now", Timestamp.from(now))
                .param("silentSince", Timestamp.from(now.minus(properties.silence())))
                .param("limit", limit)
                .param("until", Timestamp.from(until))
                .query((row, _) -> new SilentEquipment(
                        row.getString(1), PingAddress.parse(row.getString(2)).orElseThrow()))
                .list();
    }

    /** Notes who has answered, and returns those who have done so for at least as long as said. */
    List<String> answered(Collection<String> equipment, Instant now, Duration forAtLeast) {
        return database.sql("""
                        with asked as (
                            update equipment_state
                            set next_ping_at = :next, answering_since = coalesce(answering_since, :now)
                            where equipment_id = any(:equipment)
                            returning equipment_id, answering_since)
                        select equipment_id from asked where answering_since <= :since
                        """)
                .param("next", Timestamp.from(now.plus(properties.silence())))
                .param("now", Timestamp.from(now))
                .param("since", Timestamp.from(now.minus(forAtLeast)))
                .param("equipment", new SqlArrayValue("text", equipment.toArray()))
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Notes who has not answered, and returns those who are silent all the same, and would have been heard. */
    List<String> unanswered(Collection<String> equipment, Instant now) {
        return database.sql("""
                        update equipment_state set next_ping_at = :next, answering_since = null
                        from hearing
                        where equipment_id = any(:equipment)
                          and greatest(heard_at, since) < :silentSince and until >= :recently
                        returning equipment_id
                        """)
                .param("next", Timestamp.from(now.plus(properties.silence())))
                .param("silentSince", Timestamp.from(now.minus(properties.silence())))
                .param("recently", Timestamp.from(now.minus(properties.gap())))
                .param("equipment", new SqlArrayValue("text", equipment.toArray()))
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Forgets how equipment was: it is missed again once it has been heard again. */
    void forget(String equipment) {
        database.sql("delete from equipment_state where equipment_id = ?")
                .param(equipment)
                .update();
    }
}
