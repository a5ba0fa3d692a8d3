package com.smartfitness.monitoring.report;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.smartfitness.events.FaultType;
import com.smartfitness.monitoring.fault.FaultProperties;
import com.smartfitness.monitoring.fault.Faults;
import com.smartfitness.monitoring.fault.Recovery;
import com.smartfitness.monitoring.fault.Symptom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Writes reports, a few statements for all of a batch, with the faults that follow from them. */
@Repository
class ReportStore {

    /** What has become of equipment's state. */
    private record Updated(String equipmentId, boolean noted, boolean steady, boolean well) {}

    private final JdbcClient database;
    private final Faults faults;
    private final ReportProperties properties;
    private final Duration recovery;
    private final Duration silence;

    ReportStore(
            JdbcClient database,
            Faults faults,
            ReportProperties properties,
            FaultProperties recovery,
            @Value("${monitoring.watch.silence:30s}") Duration silence) {
        this.database = database;
        this.faults = faults;
        this.properties = properties;
        this.recovery = recovery.recovery();
        this.silence = silence;
    }

    /**
     * Writes what is fresh.
     *
     * @param batch no two of one piece of equipment
     * @return those whose nonce had not been used
     */
    @Transactional
    public Set<Report> write(List<Report> batch) {
        Set<String> unused = use(batch);
        List<Report> fresh = batch.stream()
                .filter(report -> unused.contains(report.equipmentId()))
                .toList();
        if (!fresh.isEmpty()) {
            Map<String, Updated> updated =
                    update(fresh).stream().collect(toMap(Updated::equipmentId, Function.identity()));
            note(fresh.stream()
                    .filter(report -> isNew(updated.get(report.equipmentId())))
                    .toList());
            faults.open(fresh.stream()
                    .filter(report -> report.health() == Health.ERROR && updated.containsKey(report.equipmentId()))
                    .map(ReportStore::symptom)
                    .toList());
            faults.close(
                    updated.values().stream().flatMap(ReportStore::recoveries).toList());
        }
        return Set.copyOf(fresh);
    }

    private Set<String> use(List<Report> batch) {
        return database
                .sql("""
                        insert into used_nonce (equipment_id, nonce, expires_at)
                        select * from unnest(:equipment, :nonces, :expiries) order by 1
                        on conflict do nothing returning equipment_id
                        """)
                .param("equipment", texts(batch, Report::equipmentId))
                .param("nonces", texts(batch, Report::nonce))
                .param("expiries", times(batch, Report::proofExpiresAt))
                .query(String.class)
                .list()
                .stream()
                .collect(toSet());
    }

    /** A report that is older than the last one changes nothing. */
    private List<Updated> update(List<Report> fresh) {
        Instant now =
                fresh.stream().map(Report::heardAt).max(Instant::compareTo).orElseThrow();
        return database.sql("""
                        insert into equipment_state as known (equipment_id, health, detail, reported_at, heard_at,
                                                              heard_since, well_since, next_ping_at, noted_at)
                        select equipment_id, health, detail, reported_at, heard_at,
                               heard_at, case when health = 'OK' then heard_at end, heard_at, heard_at
                        from unnest(:equipment, :healths, :details, :reportedAt, :heardAt)
                                 as report (equipment_id, health, detail, reported_at, heard_at)
                        join equipment using (equipment_id)
                        where status = 'IN_SERVICE'
                        order by equipment_id
                        on conflict (equipment_id) do update set
                            health = excluded.health, detail = excluded.detail,
                            reported_at = excluded.reported_at, heard_at = excluded.heard_at,
                            heard_since = case when excluded.heard_at - known.heard_at <= cast(:silence as interval)
                                               then known.heard_since else excluded.heard_at end,
                            well_since = case when excluded.health = 'ERROR' then null
                                              when excluded.heard_at - known.heard_at <= cast(:silence as interval)
                                              then coalesce(known.well_since, excluded.heard_at)
                                              else excluded.heard_at end,
                            answering_since = null,
                            noted_at = case when excluded.health = known.health
                                             and excluded.detail is not distinct from known.detail
                                             and excluded.heard_at - known.noted_at < cast(:interval as interval)
                                            then known.noted_at else excluded.heard_at end
                        where excluded.reported_at >= known.reported_at
                        returning equipment_id, noted_at = heard_at, heard_since <= :longAgo,
                                  coalesce(well_since <= :longAgo, false)
                        """)
                .param("equipment", texts(fresh, Report::equipmentId))
                .param("healths", texts(fresh, report -> report.health().name()))
                .param("details", texts(fresh, Report::detail))
                .param("reportedAt", times(fresh, Report::reportedAt))
                .param("heardAt", times(fresh, Report::heardAt))
                .param("silence", silence.toString())
                .param("interval", properties.historyInterval().toString())
                .param("longAgo", Timestamp.from(now.minus(recovery)))
                .query((row, _) ->
                        new Updated(row.getString(1), row.getBoolean(2), row.getBoolean(3), row.getBoolean(4)))
                .list();
    }

    private void note(List<Report> news) {
        if (news.isEmpty()) {
            return;
        }
        database.sql("""
                        insert into report_history (equipment_id, heard_at, reported_at, health, detail)
                        select * from unnest(:equipment, :heardAt, :reportedAt, :healths, :details)
                        """)
                .param("equipment", texts(news, Report::equipmentId))
                .param("heardAt", times(news, Report::heardAt))
                .param("reportedAt", times(news, Report::reportedAt))
                .param("healths", texts(news, report -> report.health().name()))
                .param("details", texts(news, Report::detail))
                .update();
    }

    /** One that came too late to change the state is history all the same. */
    private static boolean isNew(@Nullable Updated updated) {
        return updated == null || updated.noted();
    }

    private static Symptom symptom(Report report) {
        String description = report.detail() == null ? "Reports an error." : report.detail();
        return new Symptom(report.equipmentId(), FaultType.STATUS_ERROR, description);
    }

    private static Stream<Recovery> recoveries(Updated updated) {
        Stream<FaultType> over = Stream.concat(
                updated.steady() ? Stream.of(FaultType.PING_FAILED) : Stream.empty(),
                updated.well() ? Stream.of(FaultType.STATUS_ERROR, FaultType.GATE_OPEN_FAILED) : Stream.empty());
        return over.map(type -> new Recovery(updated.equipmentId(), type));
    }

    private static SqlArrayValue texts(Collection<Report> reports, Function<Report, @Nullable String> text) {
        return new SqlArrayValue("text", reports.stream().map(text).toArray());
    }

    private static SqlArrayValue times(Collection<Report> reports, Function<Report, Instant> time) {
        return new SqlArrayValue(
                "timestamptz", reports.stream().map(time).map(Instant::toString).toArray());
    }
}
