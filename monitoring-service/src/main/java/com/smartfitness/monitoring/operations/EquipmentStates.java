package com.smartfitness.monitoring.operations;

import com.smartfitness.events.EquipmentType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts equipment by what is known of it. */
@Repository
class EquipmentStates {

    private final JdbcClient database;

    EquipmentStates(JdbcClient database) {
        this.database = database;
    }

    /** By branch, type and state; of one branch, or of all. */
    List<EquipmentCount> counts(@Nullable String branch) {
        return database.sql("""
                        select branch_id, name, equipment_type, state, count(*) from (
                            select branch_id, equipment_type,
                                   case when status = 'OUT_OF_SERVICE' then 'OUT_OF_SERVICE'
                                        when exists (select from fault where fault.equipment_id = equipment.equipment_id
                                                                         and recovered_at is null) then 'FAULTY'
                                        when heard_at is null then 'UNHEARD'
                                        else 'WELL' end as state
                            from equipment left join equipment_state using (equipment_id)
                            where :branch::text is null or branch_id = :branch) as piece
                        left join (select branch_id, name from known_branch) as branch using (branch_id)
                        group by branch_id, name, equipment_type, state
                        order by branch_id, equipment_type, state
                        """)
                .param("branch", branch)
                .query((row, _) -> new EquipmentCount(
                        row.getString(1),
                        row.getString(2),
                        EquipmentType.valueOf(row.getString(3)),
                        EquipmentState.valueOf(row.getString(4)),
                        row.getLong(5)))
                .list();
    }
}
