package com.smartfitness.fleettests;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.smartfitness.fleet.demo.Answer;
import com.smartfitness.fleet.demo.GatewayClient;
import com.smartfitness.fleet.demo.SamplePhoto;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From confirmations to a better model in service, while those whose data it learns from are away. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TrainingLoopIT {

    private static final int PHOTOS = 400;
    private static final int A_HELPER = 20;
    private static final String DEPLOYMENTS = "/api/v1/models/LAUNDRY/deployments";

    private static final HttpClient http = HttpClient.newHttpClient();

    private static Scene scene;
    private static String first;
    private static String trained;

    @BeforeAll
    static void rememberTheModelInUse() {
        scene = Scene.create();
        first = GatewayClient.until(
                        () -> scene.asOperator("/api/v1/models/LAUNDRY/deployments"),
                        history -> !history.body().path("items").isEmpty())
                .body()
                .path("items")
                .path(0)
                .path("version")
                .asString();
    }

    /** Other tests know what the first model says of their photos. */
    @AfterAll
    static void goBack() throws Exception {
        scene.gateway().post(DEPLOYMENTS, Map.of("version", first), scene.operator());
        awaitInUse(first);
    }

    @Test
    @Order(1)
    void trainsAndDeploysOnWhatIsThereWithoutTheStoresThatItCameFrom() throws Exception {
        putPhotos();
        confirmAll();
        // In the order in which they were said: with the last one there are all.
        scene.journey().awaitSample(scene.operator(), taskId(PHOTOS - 1));
        GatewayClient.until(
                () -> scene.asOperator("/api/v1/training-samples?photo=PENDING&branchId=" + scene.branchId()),
                page -> page.body().path("items").isEmpty());

        RunningFleet.without(List.of("auth-db", "helper-db", "helper-objects"), () -> {
            Answer run = trainedOnce();
            for (int again = 0; again < 10 && !run.text("status").equals("DEPLOYED"); again++) {
                // What has been copied is looked at a moment later; a training before that finds too little.
                run = trainedOnce();
            }
            assertThat(run.text("status")).as(run.toString()).isEqualTo("DEPLOYED");
            System.out.println("Training without AuthDatabase, HelperDatabase and photos: " + run.body());
            trained = run.text("version");
        });

        awaitActivated(trained);
        String later = scene.journey().sendPhoto(scene.helper(), SamplePhoto.bytes());
        assertThat(scene.journey().awaitJudgement(scene.helper(), later).text("modelVersion"))
                .isEqualTo(trained);
    }

    @Test
    @Order(2)
    void swapsModelsTwentyTimesUnderLoadWithoutAFailedRequest() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        List<Integer> statuses = Collections.synchronizedList(new ArrayList<>());
        List<Long> millis = new ArrayList<>();
        GatewayClient service = RunningFleet.directly("helper-service");
        try (ExecutorService load = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < 2; client++) {
                load.execute(() -> {
                    while (!done.get()) {
                        statuses.add(
                                service.get("/api/v1/tasks", scene.helper()).status());
                    }
                });
            }
            load.execute(() -> {
                for (int photo = 0; photo < 2; photo++) {
                    statuses.add(scene.gateway()
                            .upload("/api/v1/tasks", "photo", SamplePhoto.bytes(), scene.helper())
                            .status());
                }
            });
            try {
                for (int swap = 0; swap < 20; swap++) {
                    long start = System.nanoTime();
                    Answer deployed = scene.gateway()
                            .post(DEPLOYMENTS, Map.of(), scene.operator())
                            .orFail();
                    awaitInUse(deployed.text("version"));
                    millis.add((System.nanoTime() - start) / 1_000_000);
                }
            } finally {
                done.set(true);
            }
        }

        Collections.sort(millis);
        System.out.printf(
                "20 swaps, from the operator's request to the model in service: median %d ms, longest %d ms; %d requests beside them%n",
                millis.get(10), millis.getLast(), statuses.size());
        assertThat(statuses).isNotEmpty().allMatch(status -> status == 200 || status == 201);
        assertThat(scene.asOperator("/api/v1/models").body().toString()).doesNotContain("\"activated\":false");
    }

    /** A training from being asked for to its end. */
    private static Answer trainedOnce() {
        Answer asked = scene.gateway().post("/api/v1/training-runs", Map.of("modelType", "LAUNDRY"), scene.operator());
        return GatewayClient.until(
                () -> scene.asOperator("/api/v1/training-runs/" + asked.orFail().text("runId")),
                run -> !run.text("endedAt").isEmpty());
    }

    private static void awaitActivated(String version) {
        GatewayClient.until(
                () -> scene.asOperator("/api/v1/models"),
                models -> models.body()
                        .path("items")
                        .valueStream()
                        .filter(model -> model.path("version").asString().equals(version))
                        .anyMatch(model ->
                                model.path("uses").path(0).path("activated").asBoolean(false)));
    }

    private static void awaitInUse(String version) throws Exception {
        URI info = RunningFleet.fleet().plan().service("helper-service").uri().resolve("/actuator/info");
        HttpRequest request = HttpRequest.newBuilder(info).build();
        String inUse = "";
        for (int attempt = 0; !inUse.equals(version); attempt++) {
            assertThat(attempt)
                    .as("model %s is not in use, but %s", version, inUse)
                    .isLessThan(3_000);
            JsonNode told = JsonMapper.shared()
                    .readTree(http.send(request, BodyHandlers.ofString()).body());
            inUse = told.path("laundryModel").path("version").asString("");
        }
    }

    private static void putPhotos() {
        Map<String, String> helper = RunningFleet.environment("helper-service");
        try (S3Client photos = RunningFleet.objects(
                "helper-service", helper.get("OBJECTS_ACCESS_KEY"), helper.get("OBJECTS_SECRET_KEY"))) {
            IntStream.range(0, PHOTOS)
                    .forEach(number -> photos.putObject(
                            put -> put.bucket("helper-photos").key(key(number)),
                            RequestBody.fromBytes(HatchedPhoto.of(number))));
        }
    }

    /** As a program that is no part of the fleet: it knows the exchange and the JSON. */
    private static void confirmAll() throws Exception {
        BasicProperties json =
                new BasicProperties.Builder().contentType("application/json").build();
        try (Connection connection = RunningFleet.brokerAsHelperService();
                Channel channel = connection.createChannel()) {
            channel.confirmSelect();
            for (int number = 0; number < PHOTOS; number++) {
                channel.basicPublish(
                        "fleet.events",
                        "helper.task-confirmed.v1",
                        json,
                        confirmation(number).getBytes(StandardCharsets.UTF_8));
            }
            channel.waitForConfirmsOrDie(30_000);
        }
    }

    private static String confirmation(int number) {
        String label = HatchedPhoto.isRising(number) ? "양호" : "미흡";
        return """
                {"taskId":"%s","photoUrl":"s3://helper-photos/%s","aiResult":"%s","correctedResult":"%s",\
                "branchId":"%s","helperId":"%s-%d","timestamp":"2026-01-20T10:00:00Z"}""".formatted(
                taskId(number), key(number), label, label, scene.branchId(), scene.branchId(), number / A_HELPER);
    }

    private static String taskId(int number) {
        return "%s-%d".formatted(scene.branchId(), number);
    }

    private static String key(int number) {
        return "%s/%d.png".formatted(scene.branchId(), number);
    }
}
