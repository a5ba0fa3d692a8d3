package com.smartfitness.monitoring.fault;

import com.smartfitness.events.FaultType;
import com.smartfitness.monitoring.equipment.TakenOutOfService;
import com.smartfitness.replication.EventPublisher;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens and closes faults within the transaction of whoever notices, and announces them in it. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Faults {

    private static final String DETECTED = "monitoring.faults.detected";
    private static final String RECOVERED = "monitoring.faults.recovered";

    private final JdbcClient database;
    private final EventPublisher events;
    private final FaultProperties properties;
    private final Clock clock;
    private final MeterRegistry meters;

    Faults(JdbcClient database, EventPublisher events, FaultProperties properties, Clock clock, MeterRegistry meters) {
        this.database = database;
        this.events = events;
        this.properties = properties;
        this.clock = clock;
        this.meters = meters;
        // Counters that are there from the beginning: what appears with its first event has no increase.
        for (FaultType type : FaultType.values()) {
            count(DETECTED, type, 0);
            count(RECOVERED, type, 0);
        }
    }

    /**
     * Opens a fault for each symptom whose equipment has none of its type. Equipment that is not registered, or not in
     * service, has no faults.
     */
    public void open(Collection<Symptom> symptoms) {
        if (symptoms.isEmpty()) {
            return;
        }
        List<Fault> opened = database.sql("""
                        insert into fault (fault_id, equipment_id, equipment_name, branch_id, equipment_type, fault_type,
                                           description, last_report_at, detected_at)
                        select 'F-' || gen_random_uuid(), equipment_id, name, branch_id, equipment_type,
                               symptom.fault_type, symptom.description, state.heard_at, :now
                        from unnest(:equipment, :types, :descriptions)
                                 as symptom (equipment_id, fault_type, description)
                        join equipment using (equipment_id) left join equipment_state state using (equipment_id)
                        where status = 'IN_SERVICE'
                        order by equipment_id
                        on conflict (equipment_id, fault_type) where recovered_at is null do nothing
                        returning *
                        """)
                .param("equipment", texts(symptoms.stream().map(Symptom::equipmentId)))
                .param(
                        "types",
                        texts(symptoms.stream().map(symptom -> symptom.type().name())))
                .param("descriptions", texts(symptoms.stream().map(Symptom::description)))
                .param("now", Timestamp.from(clock.instant()))
                .query(FaultRow::read)
                .list();
        for (Fault fault : opened) {
            events.publish(fault.detected());
            count(DETECTED, fault.type(), 1);
        }
    }

    /** Closes what is over, if there is such a fault and it has lasted for as long as a recovery takes. */
    public void close(Collection<Recovery> recoveries) {
        if (recoveries.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        close(
                now,
                database.sql("""
                        update fault set recovered_at = :now
                        from unnest(:equipment, :types) as recovery (equipment_id, fault_type)
                        where fault.recovered_at is null and fault.detected_at <= :longAgo
                          and fault.equipment_id = recovery.equipment_id and fault.fault_type = recovery.fault_type
                        returning fault.*
                        """)
                        .param("now", Timestamp.from(now))
                        .param("longAgo", Timestamp.from(now.minus(properties.recovery())))
                        .param("equipment", texts(recoveries.stream().map(Recovery::equipmentId)))
                        .param(
                                "types",
                                texts(recoveries.stream()
                                        .map(recovery -> recovery.type().name()))));
    }

    /** What is out of service has nothing left that an owner would have to see to. */
    @EventListener
    void on(TakenOutOfService taken) {
        Instant now = clock.instant();
        close(
                now,
                database.sql("""
                        update fault set recovered_at = :now where recovered_at is null and equipment_id = :equipment
                        returning *
                        """)
                        .param("now", Timestamp.from(now))
                        .param("equipment", taken.equipment().value()));
    }

    private void close(Instant at, JdbcClient.StatementSpec update) {
        for (Fault fault : update.query(FaultRow::read).list()) {
            events.publish(fault.recovered(at));
            count(RECOVERED, fault.type(), 1);
        }
    }

    private void count(String meter, FaultType type, int by) {
        meters.counter(meter, "type", type.name()).increment(by);
    }

    private static SqlArrayValue texts(Stream<String> values) {
        return new SqlArrayValue("text", values.toArray());
    }
}
