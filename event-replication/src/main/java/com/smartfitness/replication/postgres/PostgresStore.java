package com.smartfitness.replication.postgres;

import com.smartfitness.replication.report.OwnStore;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The service's database. Of its memory it tells what its processes share, not what each connection takes. */
public final class PostgresStore implements OwnStore {

    private static final int SECONDS = 3;
    private static final String QUESTION = """
            select 'PostgreSQL ' || current_setting('server_version'),
                   pg_size_bytes(current_setting('shared_buffers')),
                   pg_database_size(current_database())
            """;

    private final JdbcTemplate jdbc;

    public PostgresStore(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
        this.jdbc.setQueryTimeout(SECONDS);
    }

    @Override
    public String name() {
        return "db";
    }

    @Override
    public Figures look() {
        return jdbc.query(QUESTION, rows -> {
            rows.next();
            return new Figures(rows.getString(1), rows.getLong(2), rows.getLong(3));
        });
    }
}
