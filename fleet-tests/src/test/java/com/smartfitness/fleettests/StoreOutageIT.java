package com.smartfitness.fleettests;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.fleet.Condition;
import com.smartfitness.fleet.demo.Answer;
import com.smartfitness.fleet.demo.GatewayClient;
import com.smartfitness.fleet.demo.SamplePhoto;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A store's outage stays with the service that owns it. */
class StoreOutageIT {

    @Test
    void othersWorkOnWhileTheDatabasesOfAuthAndHelperAreAwayEvenThroughARestart() throws Exception {
        Scene scene = Scene.create();
        String taskId = scene.judgedTask();
        scene.journey().confirm(scene.owner(), taskId);
        scene.journey().awaitSample(scene.operator(), taskId);
        scene.journey().awaitDone(scene.owner(), scene.branchId(), taskId);

        String[] opened = new String[1];
        RunningFleet.without(List.of("auth-db", "helper-db"), () -> {
            assertMlopsAndBranchownerAnswer(scene, taskId);
            assertUnavailable(scene.gateway()
                    .post("/api/v1/tokens", Map.of("email", "a@example.com", "password", "whatever it is"), null));
            assertUnavailable(scene.asHelper("/api/v1/tasks"));
            assertUnavailable(scene.gateway().upload("/api/v1/tasks", "photo", SamplePhoto.bytes(), scene.helper()));

            assertThat(Stream.of("mlops-service", "branchowner-service", "api-gateway")
                            .parallel()
                            .map(RunningFleet.fleet()::restart))
                    .allMatch(Condition::ready);
            assertMlopsAndBranchownerAnswer(scene, taskId);

            opened[0] = scene.journey().openBranch(scene.owner(), "정전 중 개점");
        });

        // What was opened meanwhile has reached auth and helper by itself: somebody can sign up there and work.
        String helper = scene.journey().becomeHelper(Scene.anyAccount(), opened[0]);
        String later = scene.journey().sendPhoto(helper, SamplePhoto.bytes());
        scene.journey().awaitJudgement(helper, later);
        scene.journey().confirm(scene.owner(), later);
        scene.journey().awaitSample(scene.operator(), later);
        assertThat(scene.asHelper("/api/v1/tasks").status()).isEqualTo(200);
    }

    @Test
    void othersWorkOnWhileTheDatabaseOfMlopsIsAwayAndItCatchesUp() throws Exception {
        Scene scene = Scene.create();
        String taskId = scene.judgedTask();

        RunningFleet.without(List.of("mlops-db"), () -> {
            assertUnavailable(scene.asOperator("/api/v1/training-samples"));
            scene.journey().confirm(scene.owner(), taskId);
            scene.journey().awaitDone(scene.owner(), scene.branchId(), taskId);
            awaitInTheFleetsView(scene, "mlops", "STORE_AWAY");
        });
        awaitInTheFleetsView(scene, "mlops", "UP");
        awaitThatStoresTellOfThemselves(scene);

        assertThat(scene.journey().awaitSample(scene.operator(), taskId).text("correctedResult"))
                .isEqualTo("양호");
    }

    @Test
    void othersWorkOnWhileTheSearchEngineIsAwayAndItCatchesUp() throws Exception {
        Scene scene = Scene.create();

        String[] opened = new String[1];
        RunningFleet.without(List.of("elasticsearch"), () -> {
            assertUnavailable(scene.asOwner("/api/v1/branches/search?q=gym"));
            assertUnavailable(scene.asOwner("/api/v1/reviews?branchId=" + scene.branchId()));
            String taskId = scene.judgedTask();
            scene.journey().confirm(scene.owner(), taskId);
            scene.journey().awaitSample(scene.operator(), taskId);
            scene.journey().awaitDone(scene.owner(), scene.branchId(), taskId);
            assertMlopsAndBranchownerAnswer(scene, taskId);
            opened[0] = scene.journey().openBranch(scene.owner(), "등대 앞 지점");
        });

        GatewayClient.until(
                () -> scene.asOwner("/api/v1/branches/search?q=" + encode("등대 앞", UTF_8)),
                found -> found.body()
                        .path("items")
                        .valueStream()
                        .anyMatch(branch -> branch.path("branchId").asString("").equals(opened[0])));
    }

    private static void awaitThatStoresTellOfThemselves(Scene scene) {
        Answer fleet = GatewayClient.until(
                () -> scene.asOperator("/api/v1/operations/fleet"),
                view -> view.body()
                        .valueStream()
                        .allMatch(one -> one.path("state").asString("").equals("UP")));
        assertThat(fleet.body()
                        .valueStream()
                        .flatMap(service -> service.path("instances")
                                .get(0)
                                .path("stores")
                                .valueStream()
                                .map(store -> service.path("service").asString() + " "
                                        + store.path("name").asString()
                                        + (store.path("memory").asLong() > 0
                                                        && store.path("size").asLong() > 0
                                                ? " "
                                                        + store.path("version")
                                                                .asString()
                                                                .split(" ")[0]
                                                : ""))))
                .containsExactlyInAnyOrder(
                        "access redis Redis",
                        "auth db PostgreSQL",
                        "branchowner db PostgreSQL",
                        "helper db PostgreSQL",
                        "helper objects",
                        "mlops db PostgreSQL",
                        "mlops objects",
                        "monitoring db PostgreSQL",
                        "search elasticsearch Elasticsearch");
    }

    private static void awaitInTheFleetsView(Scene scene, String service, String state) {
        GatewayClient.until(
                () -> scene.asOperator("/api/v1/operations/fleet"),
                fleet -> fleet.body()
                        .valueStream()
                        .anyMatch(one -> one.path("service").asString("").equals(service)
                                && one.path("state").asString("").equals(state)));
    }

    private static void assertMlopsAndBranchownerAnswer(Scene scene, String taskId) {
        assertThat(scene.asOperator("/api/v1/training-samples").status()).isEqualTo(200);
        assertThat(scene.asOperator("/api/v1/training-samples/" + taskId).text("correctedResult"))
                .isEqualTo("양호");
        assertThat(scene.asOperator("/api/v1/training-samples/%s/photo".formatted(taskId))
                        .status())
                .isEqualTo(200);
        assertThat(scene.asOperator("/api/v1/models").status()).isEqualTo(200);
        assertThat(scene.asOwner("/api/v1/branches").status()).isEqualTo(200);
        assertThat(scene.asOwner("/api/v1/branches/" + scene.branchId()).status())
                .isEqualTo(200);
        assertThat(scene.asOwner("/api/v1/branches/%s/tasks".formatted(scene.branchId()))
                        .status())
                .isEqualTo(200);
    }

    private static void assertUnavailable(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("store-unavailable");
    }
}
