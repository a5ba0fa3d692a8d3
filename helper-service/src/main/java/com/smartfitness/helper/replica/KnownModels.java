package com.smartfitness.helper.replica;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The replicated deployment of the laundry model. */
@Repository
public class KnownModels {

    private final JdbcClient jdbc;

    KnownModels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The laundry model to use; none before mlops-service has deployed one. */
    public Optional<KnownModel> laundry() {
        return jdbc.sql("select version, artifact_url, sha256, threshold from known_model where model_type = 'LAUNDRY'")
                .query((row, number) ->
                        new KnownModel(row.getString(1), row.getString(2), row.getString(3), row.getDouble(4)))
                .optional();
    }
}
