package com.smartfitness.mlops.training;

import static com.smartfitness.mlops.RunningMlops.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.GetResponse;
import com.smartfitness.mlops.Buckets;
import com.smartfitness.mlops.Corrections;
import com.smartfitness.mlops.Publisher;
import com.smartfitness.mlops.RunningMlops;
import com.smartfitness.mlops.Sha256;
import com.smartfitness.mlops.face.FaceProperties;
import com.smartfitness.mlops.face.FaceScores;
import com.smartfitness.stack.BrokerDefinitions;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.testing.live.LiveEvents;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * From corrections to a better model in use, and back. With {@code -Dtraining.samples=10000} it is a measurement of its
 * own: what it prints is how long training takes, and what it is worth.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TrainingIT {

    private static final String QUEUE = "helper.models";
    private static final String RUNS = "/api/v1/training-runs";
    private static final String DEPLOYMENTS = "/api/v1/models/LAUNDRY/deployments";
    private static final int CORRECTIONS = Integer.getInteger("training.samples", 200);

    private static RunningMlops mlops;
    private static Buckets buckets;
    private static Publisher helper;
    private static String first;
    private static String trained;

    @BeforeAll
    static void start() throws Exception {
        var store = Stores.objects();
        for (String bucket : List.of("mlops-models", "mlops-samples", "helper-photos")) {
            store.bucket(bucket);
        }
        BrokerFacts broker = Stores.broker().newVirtualHost("mlops", "helper");
        helper = new Publisher(broker, "helper");
        helper.channel().queueDeclare(QUEUE, true, false, false, Map.of());
        helper.channel().queueBind(QUEUE, BrokerDefinitions.EVENTS, "mlops.model-deployed.v1");
        buckets = new Buckets(store.owner());
        mlops = RunningMlops.start(
                broker,
                Stores.postgres().newDatabase(),
                store.owner(),
                store.newReader("helper-photos"),
                "--training.corrections=" + CORRECTIONS,
                "--training.least-held-out=10");
        first = deployed().get("version").stringValue();
    }

    @AfterAll
    static void stop() throws Exception {
        mlops.close();
        helper.close();
        buckets.close();
    }

    @Test
    @Order(1)
    void learnsFromCorrectionsByItselfAndDeploysWhatIsBetter() throws Exception {
        new Corrections(buckets, helper, mlops).send("slant", CORRECTIONS);

        Map<String, Object> run = over(onlyRun());

        assertThat(run)
                .containsEntry("status", "DEPLOYED")
                .containsEntry("cause", "CORRECTIONS")
                .containsEntry("percent", 100)
                .containsEntry("comparedWith", first);
        double before = figure(run, "compared", "accuracy");
        double after = figure(run, "metrics", "accuracy");
        System.out.printf(
                "%d corrections: accuracy on %.0f held-out photos %.4f -> %.4f; trained in %s; %s%n",
                CORRECTIONS, figure(run, "metrics", "photos"), before, after, took(run), run);
        assertThat(after).isGreaterThan(before);
        JsonNode event = deployed();
        trained = event.get("version").stringValue();
        assertThat(trained).isEqualTo(run.get("version"));
        assertThat(event.get("previousVersion").stringValue()).isEqualTo(first);
        byte[] file = buckets.get(
                "mlops-models", event.get("artifactUrl").stringValue().substring("s3://mlops-models/".length()));
        assertThat(Sha256.of(file)).isEqualTo(event.get("sha256").stringValue());
    }

    @Test
    @Order(2)
    void keepsWhereTheModelComesFrom() throws Exception {
        Map<String, Object> model = model(trained);
        Map<String, Object> snapshot = json(mlops.get("/api/v1/dataset-snapshots/" + model.get("snapshotId")));

        assertThat(model)
                .containsEntry("cause", "CORRECTIONS")
                .containsEntry("deployed", true)
                .containsKeys("runId", "codeVersion", "sha256", "metrics");
        assertThat(String.valueOf(model.get("parameters"))).contains("epochs", "seed", "threshold");
        assertThat(snapshot)
                .containsEntry("samples", CORRECTIONS)
                .containsEntry("heldOut", CORRECTIONS / 5)
                .containsEntry("correctionsKnown", CORRECTIONS)
                .containsEntry("shareCorrected", 1.0);
        assertThat((Double) snapshot.get("shareReached")).isGreaterThanOrEqualTo(0.99);
        assertThat(snapshot.get("counts"))
                .hasToString("{label={미흡=%1$d, 양호=%1$d}, month={2026-01=%2$d}, branch={B-0=%3$s, B-1=%4$s, B-2=%5$s}}"
                        .formatted(
                                CORRECTIONS / 2,
                                CORRECTIONS,
                                (CORRECTIONS + 2) / 3,
                                (CORRECTIONS + 1) / 3,
                                CORRECTIONS / 3));
    }

    @Test
    @Order(3)
    void holdsOutWhomItHasNeverLearntFrom() {
        assertThat(mlops.database().sql("""
                        select count(*) from dataset_sample h
                        join training_task th using (task_id)
                        join training_task tt on tt.helper_id = th.helper_id
                        join dataset_sample t on t.task_id = tt.task_id and t.snapshot_id = h.snapshot_id
                        where h.held_out and not t.held_out
                        """).query(Long.class).single()).isZero();
        assertThatThrownBy(() -> mlops.database()
                        .sql("update dataset_sample set held_out = not held_out")
                        .update())
                .hasMessageContaining("never changes");
    }

    @Test
    @Order(4)
    void tellsHowFarItIsAndKeepsTheModelInUseWhereTheNewOneIsNoBetter() throws Exception {
        Map<String, Object> asked = json(mlops.post(RUNS, "{\"modelType\":\"LAUNDRY\"}"));
        assertThat(mlops.post(RUNS, "{\"modelType\":\"LAUNDRY\"}").body()).contains("training-under-way");

        try (LiveEvents live = mlops.follow(RUNS + "/" + asked.get("runId") + "/progress")) {
            Map<String, Object> run = over(asked);
            live.awaitEnd();

            assertThat(run)
                    .containsEntry("status", "KEPT")
                    .containsEntry("askedBy", "U1")
                    .containsEntry("comparedWith", trained);
            assertThat(run.get("reason")).asString().contains("that of the model in use");
            assertThat(live.heard()).hasSizeGreaterThan(1);
            assertThat(live.heard().getLast().data().get("status").stringValue())
                    .isEqualTo("KEPT");
            assertThat(live.heard().stream()
                            .map(event -> event.data().get("percent").intValue()))
                    .isSorted();
        }
        assertThat(model(trained)).containsEntry("deployed", true);
    }

    @Test
    @Order(5)
    void goesBackAndForthByAnEventEachTime() throws Exception {
        assertThat(json(mlops.post(DEPLOYMENTS, "{}"))).containsEntry("version", first);
        assertThat(deployed().get("version").stringValue()).isEqualTo(first);
        assertThat(json(mlops.post(DEPLOYMENTS, "{\"version\":\"%s\"}".formatted(trained))))
                .containsEntry("cause", "U1")
                .containsEntry("previousVersion", first);
        assertThat(deployed().get("version").stringValue()).isEqualTo(trained);

        assertThat(mlops.post(DEPLOYMENTS, "{\"version\":\"%s\"}".formatted(trained))
                        .body())
                .contains("model-in-use");
        assertThat(mlops.post(DEPLOYMENTS, "{\"version\":\"none\"}").body()).contains("model-not-found");
        assertThat(mlops.post("/api/v1/models/FACE/deployments", "{}").body()).contains("no-previous-model");
        assertThat(versions(mlops.get(DEPLOYMENTS).body())).containsExactly(trained, first, trained, first);
    }

    @Test
    @Order(6)
    void cancelsAndLeavesNothing() throws Exception {
        long models = registered();
        Map<String, Object> asked = json(mlops.post(RUNS, "{\"modelType\":\"LAUNDRY\"}"));
        String path = RUNS + "/" + asked.get("runId");

        assertThat(mlops.post(path + "/cancellation", "").statusCode()).isEqualTo(202);

        assertThat(over(asked)).containsEntry("status", "CANCELLED");
        assertThat(registered()).isEqualTo(models);
        assertThat(mlops.post(path + "/cancellation", "").body()).contains("training-over");
    }

    @Test
    @Order(7)
    void showsHowOftenOwnersDisagree() throws Exception {
        helper.version(1, "helper.task-confirmed.v1", "T-judged", """
                {"taskId":"T-judged","photoUrl":"s3://helper-photos/none","aiResult":"양호","correctedResult":"양호",\
                "branchId":"B","helperId":"H","timestamp":"2026-01-20T10:00:00Z","modelVersion":"%s"}""".formatted(trained));
        helper.version(
                1, "helper.model-activated.v1", "LAUNDRY/%s/helper-1".formatted(trained), """
                {"modelType":"LAUNDRY","version":"%s","instance":"helper-1","at":"2026-01-20T10:00:00Z"}""".formatted(trained));

        Map<String, Object> model = Eventually.becomes(
                "both are known",
                () -> model(trained),
                known -> known.get("confirmed").equals(1)
                        && known.get("uses").toString().contains("helper-1"));
        assertThat(model).containsEntry("shareCorrected", 0.0);
        assertThat(mlops.get("/actuator/prometheus").body()).containsPattern("mlops_corrections_share(\\{.*})? 0\\.0");
    }

    @Test
    @Order(8)
    void learnsInTheNightWhatIsNew() throws Exception {
        TrainingTriggers night = triggers(night());
        night.look();
        assertThat(items(json(mlops.get(RUNS))).getFirst()).doesNotContainEntry("cause", "NIGHTLY");

        new Corrections(buckets, helper, mlops).send("night", CORRECTIONS, 1);
        triggers(night().minus(Duration.ofHours(2))).look();
        assertThat(items(json(mlops.get(RUNS))).getFirst()).doesNotContainEntry("cause", "NIGHTLY");
        night.look();

        Map<String, Object> run = items(json(mlops.get(RUNS))).getFirst();
        assertThat(run).containsEntry("cause", "NIGHTLY");
        mlops.post(RUNS + "/" + run.get("runId") + "/cancellation", "");
        over(run);
    }

    /** Just after the hour at which the next night's training is due. */
    private static Instant night() {
        TrainingProperties properties = mlops.bean(TrainingProperties.class);
        ZonedDateTime now = ZonedDateTime.now(properties.zone());
        ZonedDateTime today = now.with(properties.nightlyAt());
        return (today.isAfter(now) ? today : today.plusDays(1)).plusMinutes(1).toInstant();
    }

    private static TrainingTriggers triggers(Instant at) {
        return new TrainingTriggers(
                mlops.bean(JdbcClient.class),
                mlops.bean(TrainingRuns.class),
                mlops.bean(FaceScores.class),
                mlops.bean(FaceProperties.class),
                mlops.bean(TrainingProperties.class),
                Clock.fixed(at, ZoneOffset.UTC));
    }

    private static JsonNode deployed() {
        return Eventually.becomes(
                "a model is deployed",
                () -> {
                    GetResponse message = helper.channel().basicGet(QUEUE, true);
                    return message == null ? null : JsonMapper.shared().readTree(message.getBody());
                },
                Objects::nonNull);
    }

    private static Map<String, Object> onlyRun() {
        return Eventually.becomes(
                        "a training is under way", () -> items(json(mlops.get(RUNS))), runs -> runs.size() == 1)
                .getFirst();
    }

    private static Map<String, Object> over(Map<String, Object> run) {
        return Eventually.becomes(
                "the training is over",
                Duration.ofMinutes(3),
                () -> json(mlops.get(RUNS + "/" + run.get("runId"))),
                now -> now.containsKey("endedAt"));
    }

    private static Map<String, Object> model(String version) throws Exception {
        return items(json(mlops.get("/api/v1/models"))).stream()
                .filter(model -> model.get("version").equals(version))
                .findFirst()
                .orElseThrow();
    }

    private static long registered() {
        return mlops.database()
                .sql("select count(*) from model")
                .query(Long.class)
                .single();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> items(Map<String, Object> page) {
        return (List<Map<String, Object>>) page.get("items");
    }

    private static List<String> versions(String page) {
        return JsonMapper.shared()
                .readTree(page)
                .path("items")
                .valueStream()
                .map(item -> item.path("version").stringValue())
                .toList();
    }

    private static double figure(Map<String, Object> run, String of, String name) {
        return ((Number) ((Map<?, ?>) run.get(of)).get(name)).doubleValue();
    }

    private static Duration took(Map<String, Object> run) {
        return Duration.between(
                Instant.parse((String) run.get("startedAt")), Instant.parse((String) run.get("endedAt")));
    }
}
