package com.smartfitness.bench.machine;

import com.smartfitness.fleet.FleetPlan;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/** A service's database, opened as that service: a benchmark may look into all, as no service may. */
public final class StoreOf implements AutoCloseable {

    private final Connection connection;

    private StoreOf(Connection connection) {
        this.connection = connection;
    }

    public static StoreOf service(FleetPlan plan, String service) throws SQLException {
        Map<String, String> way = plan.service(service).environment();
        return new StoreOf(DriverManager.getConnection(
                way.get("SPRING_DATASOURCE_URL"),
                way.get("SPRING_DATASOURCE_USERNAME"),
                way.get("SPRING_DATASOURCE_PASSWORD")));
    }

    /** Changes rows, and tells how many. */
    public int change(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    /** The text in the first column of the only row. */
    public String ask(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
