package com.smartfitness.mlops.sample;

import com.smartfitness.mlops.sample.PhotoOutcome.Fetched;
import com.smartfitness.mlops.sample.PhotoOutcome.Later;
import com.smartfitness.mlops.sample.PhotoOutcome.Refused;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far photos have been copied. The database's clock decides, so that several instances agree. */
@Repository
class SamplePhotos {

    // Should this process end before it notes what became of a photo, another one tries after this time.
    private static final Duration CLAIM = Duration.ofMinutes(1);

    private final JdbcClient jdbc;

    SamplePhotos(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Photos that nobody else fetches now, at most so many. */
    List<DuePhoto> claim(int limit) {
        return jdbc.sql("""
                update sample_photo
                set attempts = attempts + 1, next_attempt_at = now() + :claim * interval '1 millisecond'
                where task_id in (
                    select task_id from sample_photo where state = 'PENDING' and next_attempt_at <= now()
                    order by next_attempt_at limit :limit for update skip locked)
                returning task_id, photo_url, expected_sha256, attempts
                """)
                .param("claim", CLAIM.toMillis())
                .param("limit", limit)
                .query((row, _) -> new DuePhoto(
                        row.getString("task_id"),
                        row.getString("photo_url"),
                        row.getString("expected_sha256"),
                        row.getInt("attempts")))
                .list();
    }

    /** How long it is until the next photo is due; that of an hour where none is awaited. */
    Duration untilNext() {
        return Duration.ofMillis(jdbc.sql("""
                select coalesce(extract(epoch from min(next_attempt_at) - now()) * 1000, 3600000)::bigint
                from sample_photo where state = 'PENDING'
                """).query(Long.class).single());
    }

    /** Notes what became of a photo, unless another address has become known meanwhile. */
    void note(DuePhoto photo, PhotoOutcome outcome) {
        switch (outcome) {
            case Fetched copy ->
                update(photo, """
                        state = 'FETCHED', reason = null, fetched_at = now(), object_key = :key, sha256 = :sha256,
                        size = :size, content_type = :contentType
                        """)
                        .param("key", copy.objectKey())
                        .param("sha256", copy.sha256())
                        .param("size", copy.size())
                        .param("contentType", copy.contentType())
                        .update();
            case Refused refusal ->
                update(photo, "state = 'REFUSED', reason = :reason")
                        .param("reason", refusal.reason())
                        .update();
            case Later later ->
                update(photo, "reason = :reason, next_attempt_at = now() + :pause * interval '1 millisecond'")
                        .param("reason", later.reason())
                        .param("pause", later.pause().toMillis())
                        .update();
        }
    }

    private JdbcClient.StatementSpec update(DuePhoto photo, String changes) {
        return jdbc.sql("update sample_photo set " + changes + """
                 where task_id = :taskId and state = 'PENDING' and photo_url is not distinct from :url::text
                """)
                .param("taskId", photo.taskId())
                .param("url", photo.photoUrl());
    }
}
