package com.smartfitness.replication.postgres;

import com.smartfitness.replication.replica.ReplicaStore.ChunkPlace;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Statements that remove what a source does not have. Whatever is gone is removed with the stretch of ids that it would be
 * in: a statement about the whole table would keep live events waiting for as long as the table is large.
 *
 * @param removeGone removes, in a stretch, what no chunk has carried or is of an epoch that the source has left
 * @param isLonger whether there are more rows than versions stand for
 * @param removeAdded removes these, whoever has put them there
 */
record SweptTable(String removeGone, String isLonger, String removeAdded) {

    static SweptTable of(ReplicaTable table) {
        String name = table.name();
        String key = ReplicaTable.quote(table.key());
        return new SweptTable("""
                with gone as (
                    delete from replication.replica_version as known
                    where known.replica = ? and known.id > ? and (?::text is null or known.id <= ?)
                      and known.epoch > 0 and (known.generation < ? or known.epoch < ?)
                    returning known.id
                )
                delete from %1$s using gone where %1$s.%2$s = gone.id collate "default"
                """.formatted(name, key), """
                select (select count(*) from %s)
                     > (select count(*) from replication.replica_version where replica = ? and present)
                """.formatted(name), """
                delete from %1$s where not exists (
                    select from replication.replica_version as known
                    where known.replica = ? and known.id = %1$s.%2$s and known.present)
                returning %2$s
                """.formatted(name, key));
    }

    void removeGone(JdbcTemplate jdbc, String replica, long generation, ChunkPlace place) {
        String from = place.after() == null ? "" : place.after();
        jdbc.update(removeGone, replica, from, place.next(), place.next(), generation, place.epoch());
    }

    List<String> removeAdded(JdbcTemplate jdbc, String replica) {
        boolean longer = Boolean.TRUE.equals(jdbc.queryForObject(isLonger, Boolean.class, replica));
        return longer ? jdbc.query(removeAdded, (row, number) -> row.getString(1), replica) : List.of();
    }
}
