package com.smartfitness.mlops.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.mlops.Buckets;
import com.smartfitness.mlops.Corrections;
import com.smartfitness.mlops.MlopsApplication;
import com.smartfitness.mlops.Publisher;
import com.smartfitness.mlops.RunningMlops;
import com.smartfitness.stack.BrokerDefinitions;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.DatabaseFacts;
import com.smartfitness.testing.stores.ChildJvm;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The service is killed while it is at each stage of one training. Its database holds it there: the step that it tells of
 * waits for a lock of the test's.
 */
class TrainingKilledIT {

    private static final int LOCK = 4711;
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final String ANNOUNCED = "replication.outbox where type = 'mlops.model-deployed.v1'";

    private static DatabaseFacts database;
    private static Map<String, String> settings;
    private static JdbcClient jdbc;

    @BeforeAll
    static void collectSamples() throws Exception {
        var store = Stores.objects();
        for (String bucket : List.of("mlops-models", "mlops-samples", "helper-photos")) {
            store.bucket(bucket);
        }
        BrokerFacts broker = Stores.broker().newVirtualHost("mlops", "helper");
        database = Stores.postgres().newDatabase();
        jdbc = JdbcClient.create(
                new DriverManagerDataSource(database.jdbcUrl(), database.username(), database.password()));
        var photos = store.newReader("helper-photos");
        settings = new HashMap<>(RunningMlops.settings(broker, database, store.owner(), photos));
        settings.putAll(Map.of(
                "training.least-held-out", "5",
                "training.lease", "1s",
                "training.attempts", "20",
                "training.corrections", "1000"));
        try (Publisher helper = new Publisher(broker, "helper");
                Buckets buckets = new Buckets(store.owner());
                RunningMlops mlops =
                        RunningMlops.start(broker, database, store.owner(), photos, "--training.corrections=1000")) {
            helper.channel().queueDeclare("helper.models", true, false, false, Map.of());
            helper.channel().queueBind("helper.models", BrokerDefinitions.EVENTS, "mlops.model-deployed.v1");
            new Corrections(buckets, helper, mlops).send("killed", 200);
            Eventually.holds("the first model is announced", () -> count("deployment") == 1 && count(ANNOUNCED) == 0);
        }
        jdbc.sql("""
                create function wait_at_stage() returns trigger language plpgsql as $$
                begin
                    if exists (select from waiting_stage where stage in (new.stage, new.status)) then
                        perform pg_advisory_xact_lock(%d);
                    end if;
                    return new;
                end
                $$""".formatted(LOCK)).update();
        jdbc.sql("create table waiting_stage (stage text)").update();
        jdbc.sql("create trigger waits before update on training_run for each row execute function wait_at_stage()")
                .update();
    }

    @AfterAll
    static void forget() {
        jdbc.sql("drop trigger waits on training_run").update();
    }

    @Test
    void leavesAllOrNothingWhereverItIsKilled() throws Exception {
        jdbc.sql(
                        "insert into training_run (run_id, model_type, cause, status) values ('R-killed', 'LAUNDRY', 'DEMAND', 'QUEUED')")
                .update();

        for (String stage : List.of("SNAPSHOT", "COLLECTING", "TRAINING", "VERIFYING", "DEPLOYING", "DEPLOYED")) {
            killAt(stage);

            assertThat(count("model")).as("models after " + stage).isEqualTo(1);
            assertThat(count("deployment_history"))
                    .as("deployments after " + stage)
                    .isEqualTo(1);
            assertThat(count(ANNOUNCED)).as("events after " + stage).isZero();
            assertThat(count("training_run where ended_at is null")).isEqualTo(1);
            Eventually.holds(
                    "its process has ended too",
                    () -> ProcessHandle.allProcesses()
                            .noneMatch(process ->
                                    process.info().commandLine().orElse("").contains("training-R-killed")));
        }

        try (ChildJvm mlops = start()) {
            Eventually.becomes(
                    "the training comes to its end", LIMIT, TrainingKilledIT::run, run -> run.startsWith("DEPLOYED"));
            assertThat(mlops.isRunning()).isTrue();
        }
        assertThat(count("model")).isEqualTo(2);
        assertThat(count("deployment_history")).isEqualTo(2);
        assertThat(count("dataset_snapshot")).isEqualTo(1);
    }

    private static void killAt(String stage) throws Exception {
        jdbc.sql("insert into waiting_stage values (?)").param(stage).update();
        try (Connection holder =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                Statement lock = holder.createStatement()) {
            lock.execute("select pg_advisory_lock(%d)".formatted(LOCK));
            try (ChildJvm mlops = start()) {
                Eventually.holds(
                        "it is at " + stage,
                        LIMIT,
                        () -> count("pg_locks where locktype = 'advisory' and objid = %d and not granted"
                                        .formatted(LOCK))
                                == 1);
                mlops.kill();
            }
        }
        jdbc.sql("delete from waiting_stage").update();
        Eventually.holds(
                "nobody waits any more",
                () -> count("pg_locks where locktype = 'advisory' and objid = %d".formatted(LOCK)) == 0);
    }

    private static ChildJvm start() {
        return ChildJvm.start(
                MlopsApplication.class,
                List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"),
                settings);
    }

    /** How far it is, in words. */
    private static String run() {
        return jdbc.sql("select concat_ws(' ', status, stage, percent, attempts, reason) from training_run")
                .query(String.class)
                .single();
    }

    private static long count(String of) {
        return jdbc.sql("select count(*) from " + of).query(Long.class).single();
    }
}
