package com.smartfitness.defaults.operations;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Name and version of a database's program, asked for once. */
final class DatabaseVersion implements Supplier<@Nullable String> {

    private final DataSource database;
    private volatile @Nullable String known;

    DatabaseVersion(DataSource database) {
        this.database = database;
    }

    @Override
    public @Nullable String get() {
        if (known == null) {
            try (Connection connection = database.getConnection()) {
                DatabaseMetaData facts = connection.getMetaData();
                known = facts.getDatabaseProductName() + " " + facts.getDatabaseProductVersion();
            } catch (SQLException away) {
                return null;
            }
        }
        return known;
    }
}
