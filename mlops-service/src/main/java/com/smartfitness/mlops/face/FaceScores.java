package com.smartfitness.mlops.face;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The scores, in the order of the entries. */
@Repository
public class FaceScores {

    private final JdbcClient jdbc;

    FaceScores(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(String accessId, Instant at, FaceScore score, String modelVersion) {
        jdbc.sql("""
                insert into face_score (access_id, at, similarity, margin, model_version) values (?, ?, ?, ?, ?)
                on conflict do nothing
                """)
                .params(accessId, Timestamp.from(at), score.similarity(), score.margin(), modelVersion)
                .update();
    }

    /** The face model of the latest entry: scores of different models are not to be compared. */
    public Optional<String> latestModel() {
        return jdbc.sql("select model_version from face_score order by arrived_at desc limit 1")
                .query(String.class)
                .optional();
    }

    /** The latest of a face model's scores, at most so many, in the order of the entries. */
    public List<FaceScore> of(String modelVersion, @Nullable Instant since, int most) {
        return jdbc.sql("""
                select similarity, margin from face_score
                where model_version = :model and (:since::timestamptz is null or at > :since)
                order by at desc limit :most
                """)
                .param("model", modelVersion)
                .param("since", since == null ? null : Timestamp.from(since))
                .param("most", most)
                .query((row, _) -> new FaceScore(row.getDouble(1), row.getDouble(2)))
                .list()
                .reversed();
    }

    /** How many have arrived since then. */
    public long arrivedSince(Instant time) {
        return jdbc.sql("select count(*) from face_score where arrived_at > ?")
                .param(Timestamp.from(time))
                .query(Long.class)
                .single();
    }

    /** Removes what is older: who came and went is not kept for longer than it is learnt from. */
    public void forgetBefore(Duration age) {
        jdbc.sql("delete from face_score where arrived_at < now() - ? * interval '1 second'")
                .param(age.toSeconds())
                .update();
    }
}
