package com.smartfitness.branchowner.branch;

import com.smartfitness.branchowner.replica.UserId;
import com.smartfitness.defaults.web.Cursor;
import com.smartfitness.events.BranchStatus;
import com.smartfitness.events.Location;
import com.smartfitness.events.OpeningHours;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Branches in PostgreSQL. */
@Repository
class BranchRepository {

    private static final TypeReference<List<OpeningHours>> HOURS = new TypeReference<>() {};

    private final JdbcClient database;
    // Not that of the API, whose habits may change while rows stay.
    private final JsonMapper json = JsonMapper.shared();

    BranchRepository(JdbcClient database) {
        this.database = database;
    }

    void add(Branch branch) {
        statement(branch, """
                insert into branch (branch_id, owner_id, name, address, latitude, longitude, time_zone, opening_hours,
                                    size, equipment, amenities, introduction, status, revision, created_at)
                values (:id, :owner, :name, :address, :latitude, :longitude, :timeZone, cast(:openingHours as jsonb),
                        :size, :equipment, :amenities, :introduction, :status, :revision, :createdAt)
                """).update();
    }

    /** Stores the next revision, and returns whether the stored one was the last before it. */
    boolean replace(Branch next) {
        return statement(next, """
                        update branch
                        set name = :name, address = :address, latitude = :latitude, longitude = :longitude,
                            time_zone = :timeZone, opening_hours = cast(:openingHours as jsonb), size = :size,
                            equipment = :equipment, amenities = :amenities, introduction = :introduction,
                            status = :status, revision = :revision
                        where branch_id = :id and revision = :revision - 1
                        """).update() == 1;
    }

    Optional<Branch> find(BranchId id) {
        return database.sql("select * from branch where branch_id = ?")
                .param(id.value())
                .query(this::branch)
                .optional();
    }

    /** The branch, which nobody else changes before the transaction has ended. */
    Optional<Branch> lock(BranchId id) {
        return database.sql("select * from branch where branch_id = ? for update")
                .param(id.value())
                .query(this::branch)
                .optional();
    }

    List<Branch> newestFirst(Cursor after, int limit) {
        return database.sql("""
                        select * from branch where (created_at, branch_id) < (?, ?)
                        order by created_at desc, branch_id desc limit ?
                        """)
                .params(after.at().atOffset(ZoneOffset.UTC), after.id(), limit)
                .query(this::branch)
                .list();
    }

    List<Branch> newestFirst(UserId owner, Cursor after, int limit) {
        return database.sql("""
                        select * from branch where owner_id = ? and (created_at, branch_id) < (?, ?)
                        order by created_at desc, branch_id desc limit ?
                        """)
                .params(owner.value(), after.at().atOffset(ZoneOffset.UTC), after.id(), limit)
                .query(this::branch)
                .list();
    }

    private JdbcClient.StatementSpec statement(Branch branch, String sql) {
        BranchProfile profile = branch.profile();
        Location location = profile.location();
        return database.sql(sql)
                .param("id", branch.id().value())
                .param("owner", branch.owner().value())
                .param("name", profile.name())
                .param("address", profile.address())
                .param("latitude", location == null ? null : location.latitude())
                .param("longitude", location == null ? null : location.longitude())
                .param("timeZone", profile.timeZone().getId())
                .param("openingHours", json.writeValueAsString(profile.openingHours()))
                .param("size", profile.size())
                .param("equipment", array(profile.equipment()))
                .param("amenities", array(profile.amenities()))
                .param("introduction", profile.introduction())
                .param("status", branch.status().name())
                .param("revision", branch.revision())
                .param("createdAt", branch.createdAt().atOffset(ZoneOffset.UTC));
    }

    private Branch branch(ResultSet row, int number) throws SQLException {
        BranchProfile profile = new BranchProfile(
                row.getString("name"),
                row.getString("address"),
                location(row),
                ZoneId.of(row.getString("time_zone")),
                json.readValue(row.getString("opening_hours"), HOURS),
                row.getObject("size", Integer.class),
                list(row.getArray("equipment")),
                list(row.getArray("amenities")),
                row.getString("introduction"));
        return new Branch(
                new BranchId(row.getString("branch_id")),
                new UserId(row.getString("owner_id")),
                profile,
                BranchStatus.valueOf(row.getString("status")),
                row.getLong("revision"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Location location(ResultSet row) throws SQLException {
        Double latitude = row.getObject("latitude", Double.class);
        Double longitude = row.getObject("longitude", Double.class);
        return latitude == null || longitude == null ? null : new Location(latitude, longitude);
    }

    private static SqlArrayValue array(List<String> texts) {
        return new SqlArrayValue("text", texts.toArray());
    }

    private static List<String> list(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
