package com.smartfitness.mlops.picture;

import com.smartfitness.mlops.laundry.PhotoFeatures;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which photos have been looked at, each once, however many samples have it. */
@Repository
class SamplePictures {

    private final JdbcClient jdbc;

    SamplePictures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A photo that has not been looked at, or not with these features. */
    record Unseen(String sha256, String photoKey) {}

    /** Some of them, at most so many. */
    List<Unseen> unseen(String featuresVersion, int limit) {
        return jdbc.sql("""
                select distinct on (p.sha256) p.sha256, p.object_key
                from sample_photo p left join sample_picture s using (sha256)
                where p.state = 'FETCHED' and s.features_version is distinct from :version
                order by p.sha256 limit :limit
                """)
                .param("version", featuresVersion)
                .param("limit", limit)
                .query((row, _) -> new Unseen(row.getString("sha256"), row.getString("object_key")))
                .list();
    }

    void keep(Unseen photo, String featuresVersion, PhotoFeatures features) {
        put(photo)
                .param("version", featuresVersion)
                .param("features", features.toBytes())
                .param("reason", null)
                .update();
    }

    void refuse(Unseen photo, String featuresVersion, String reason) {
        put(photo)
                .param("version", featuresVersion)
                .param("features", null)
                .param("reason", reason)
                .update();
    }

    private JdbcClient.StatementSpec put(Unseen photo) {
        return jdbc.sql("""
                insert into sample_picture (sha256, features_version, features, reason)
                values (:sha256, :version, :features::bytea, :reason::text)
                on conflict (sha256) do update
                set features_version = excluded.features_version, features = excluded.features,
                    reason = excluded.reason, made_at = now()
                """).param("sha256", photo.sha256());
    }
}
