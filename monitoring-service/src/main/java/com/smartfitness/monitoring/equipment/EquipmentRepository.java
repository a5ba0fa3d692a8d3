package com.smartfitness.monitoring.equipment;

import com.smartfitness.defaults.web.Cursor;
import com.smartfitness.events.EquipmentStatus;
import com.smartfitness.events.EquipmentType;
import com.smartfitness.monitoring.replica.BranchId;
import com.smartfitness.monitoring.replica.KnownBranches;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Equipment in PostgreSQL. */
@Repository
class EquipmentRepository {

    private static final TypeReference<Map<String, String>> JWK = new TypeReference<>() {};

    private final JdbcClient database;
    // Not that of the API, whose habits may change while rows stay.
    private final JsonMapper json = JsonMapper.shared();

    EquipmentRepository(JdbcClient database) {
        this.database = database;
    }

    void add(Equipment equipment) {
        statement(equipment, """
                insert into equipment (equipment_id, branch_id, equipment_type, name, ping_address, public_key, status,
                                       revision, registered_at)
                values (:id, :branch, :type, :name, :pingAddress, cast(:key as jsonb), :status, :revision,
                        :registeredAt)
                """).update();
    }

    /** Stores the next revision, and returns whether the stored one was the last before it. */
    boolean replace(Equipment next) {
        return statement(next, """
                        update equipment set name = :name, ping_address = :pingAddress,
                            public_key = cast(:key as jsonb), status = :status, revision = :revision
                        where equipment_id = :id and revision = :revision - 1
                        """).update() == 1;
    }

    /** Removes this revision, and returns whether it was the stored one. */
    boolean remove(Equipment equipment) {
        return database.sql("delete from equipment where equipment_id = ? and revision = ?")
                        .params(equipment.id().value(), equipment.revision())
                        .update()
                == 1;
    }

    Optional<Equipment> find(EquipmentId id) {
        return database.sql("select * from equipment where equipment_id = ?")
                .param(id.value())
                .query(this::equipment)
                .optional();
    }

    /** Newest first. A filter that is absent lets all pass; with an owner, those in the owner's branches. */
    List<Equipment> newestFirst(
            @Nullable String owner, @Nullable BranchId branch, @Nullable EquipmentType type, Cursor after, int limit) {
        return database.sql("""
                        select * from equipment
                        where (registered_at, equipment_id) < (:at, :id)
                          and (:caller::text is null or branch_id = any (array(%s)))
                          and (:branch::text is null or branch_id = :branch)
                          and (:type::text is null or equipment_type = :type)
                        order by registered_at desc, equipment_id desc limit :limit
                        """.formatted(KnownBranches.OWN))
                .param("at", after.at().atOffset(ZoneOffset.UTC))
                .param("id", after.id())
                .param("caller", owner)
                .param("branch", branch == null ? null : branch.value())
                .param("type", type == null ? null : type.name())
                .param("limit", limit)
                .query(this::equipment)
                .list();
    }

    private JdbcClient.StatementSpec statement(Equipment equipment, String sql) {
        EquipmentProfile profile = equipment.profile();
        return database.sql(sql)
                .param("id", equipment.id().value())
                .param("branch", equipment.branch().value())
                .param("type", equipment.type().name())
                .param("name", profile.name())
                .param("pingAddress", profile.pingAddress().toString())
                .param("key", json.writeValueAsString(equipment.key().jwk()))
                .param("status", profile.status().name())
                .param("revision", equipment.revision())
                .param("registeredAt", equipment.registeredAt().atOffset(ZoneOffset.UTC));
    }

    private Equipment equipment(ResultSet row, int number) throws SQLException {
        EquipmentProfile profile = new EquipmentProfile(
                row.getString("name"),
                PingAddress.parse(row.getString("ping_address")).orElseThrow(),
                EquipmentStatus.valueOf(row.getString("status")));
        return new Equipment(
                new EquipmentId(row.getString("equipment_id")),
                new BranchId(row.getString("branch_id")),
                EquipmentType.valueOf(row.getString("equipment_type")),
                profile,
                DeviceKey.stored(json.readValue(row.getString("public_key"), JWK)),
                row.getLong("revision"),
                row.getObject("registered_at", OffsetDateTime.class).toInstant());
    }
}
