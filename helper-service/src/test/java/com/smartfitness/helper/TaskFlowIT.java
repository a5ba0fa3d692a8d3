package com.smartfitness.helper;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.helper.site.HelperSite;
import com.smartfitness.helper.site.Person;
import com.smartfitness.helper.site.Photos;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From the photo to the money, among real stores. */
class TaskFlowIT {

    private final HelperSite site = HelperSite.shared();
    private final HelperSite.Gym gym = site.gym();

    @Test
    void paysHelperWhereOwnerCorrectsTheModel() {
        Person.Answer uploaded = gym.helper().upload(Photos.dark());
        assertThat(uploaded.status()).as(uploaded.toString()).isEqualTo(201);
        String task = uploaded.text("taskId");
        assertThat(uploaded.header("Location")).isEqualTo("/api/v1/tasks/" + task);
        assertThat(uploaded.text("status")).isEqualTo("SUBMITTED");

        JsonNode judged = gym.owner().awaitStatus(task, "JUDGED");
        assertThat(judged.path("aiResult").asString()).isEqualTo("미흡");
        assertThat(judged.path("confidence").asDouble()).isBetween(0.9, 1.0);
        assertThat(judged.path("modelVersion").asString()).isEqualTo("shared");

        Person.Answer confirmed = gym.owner().confirm(task, "{\"result\":\"양호\",\"reason\":\"dark room, tidy stack\"}");
        assertThat(confirmed.status()).as(confirmed.toString()).isEqualTo(200);
        assertThat(confirmed.text("status")).isEqualTo("DONE");
        assertThat(gym.helper().balance()).isEqualTo(1000);
        JsonNode entry =
                gym.helper().get("/api/v1/ledger-entries").json().path("items").path(0);
        assertThat(entry.path("taskId").asString()).isEqualTo(task);
        assertThat(entry.path("currency").asString()).isEqualTo("KRW");

        JsonNode event = site.neighbours().await("task-confirmed", task);
        assertThat(event.propertyNames())
                .containsExactlyInAnyOrder(
                        "taskId",
                        "photoUrl",
                        "aiResult",
                        "correctedResult",
                        "branchId",
                        "helperId",
                        "timestamp",
                        "correctionReason",
                        "confirmedBy",
                        "confidence",
                        "modelVersion",
                        "photoSha256",
                        "submittedAt",
                        "judgedAt");
        assertThat(event.path("photoUrl").asString()).startsWith("s3://");
        assertThat(event.path("photoSha256").asString())
                .isEqualTo(HelperSite.digest(gym.helper()
                        .get("/api/v1/tasks/" + task + "/photo")
                        .response()
                        .body()));
        assertThat(site.neighbours().heard("task-submitted", task)).hasSize(1);
        assertThat(site.neighbours().heard("task-judged", task)).hasSize(1);
        assertThat(site.neighbours()
                        .await("reward-credited", task)
                        .path("balance")
                        .asLong())
                .isEqualTo(1000);
    }

    @Test
    void paysNothingForInsufficientLaundry() {
        String task = gym.helper().judgedTask(Photos.dark());

        assertThat(gym.owner().confirm(task, "{\"result\":\"미흡\"}").text("status"))
                .isEqualTo("REJECTED");

        assertThat(gym.helper().balance()).isZero();
    }

    @Test
    void saysUnclearWhereTheModelIsNotSure() {
        String task = gym.helper().judgedTask(Photos.doubtful());

        assertThat(gym.owner().get("/api/v1/tasks/" + task).text("aiResult")).isEqualTo("불분명");
        assertThat(gym.owner().confirm(task, "{\"result\":\"양호\"}").text("type"))
                .isEqualTo("urn:fleet:problem:reason-required");
        assertThat(gym.owner()
                        .confirm(task, "{\"result\":\"양호\",\"reason\":\"tidy\"}")
                        .text("status"))
                .isEqualTo("DONE");
    }

    @Test
    void judgesOtherFormatsToo() {
        String png = gym.helper().judgedTask(Photos.png(300, 200));
        String webp = gym.helper().judgedTask(Photos.webp(200, 300));

        assertThat(gym.owner().get("/api/v1/tasks/" + png).text("aiResult")).isEqualTo("양호");
        assertThat(gym.helper().get("/api/v1/tasks/" + png + "/photo").header("Content-Type"))
                .isEqualTo("image/png");
        assertThat(gym.helper().get("/api/v1/tasks/" + webp + "/photo").header("Content-Type"))
                .isEqualTo("image/webp");
    }

    @Test
    void listsNewestFirstPageByPage() {
        List<String> sent = List.of(
                gym.helper().judgedTask(Photos.bright()),
                gym.helper().judgedTask(Photos.dark()),
                gym.helper().judgedTask(Photos.bright()));
        gym.owner().confirm(sent.get(1), "{\"result\":\"미흡\"}");

        JsonNode first = gym.helper().get("/api/v1/tasks?limit=2").json();
        JsonNode second = gym.helper()
                .get("/api/v1/tasks?limit=2&cursor=" + first.path("next").asString())
                .json();

        assertThat(ids(first)).containsExactly(sent.get(2), sent.get(1));
        assertThat(ids(second)).containsExactly(sent.get(0));
        assertThat(second.path("next").isMissingNode() || second.path("next").isNull())
                .isTrue();
        String waiting = "/api/v1/tasks?status=JUDGED&branchId=" + gym.branch();
        assertThat(ids(gym.owner().get(waiting).json())).containsExactly(sent.get(2), sent.get(0));
        assertThat(ids(site.gym().owner().get(waiting).json())).isEmpty();
        assertThat(ids(site.stranger("OPERATOR").get(waiting).json())).hasSize(2);
    }

    @Test
    void showsPhotosToThoseConcernedAlone() {
        String path = "/api/v1/tasks/%s/photo".formatted(gym.helper().judgedTask(Photos.bright()));
        HelperSite.Gym other = site.gym();

        assertThat(gym.helper().get(path).status()).isEqualTo(200);
        assertThat(gym.helper().get(path).header("Cache-Control")).contains("private");
        assertThat(gym.owner().get(path).status()).isEqualTo(200);
        assertThat(site.stranger("OPERATOR").get(path).status()).isEqualTo(200);
        assertThat(other.owner().get(path).status()).isEqualTo(404);
        assertThat(other.helper().get(path).status()).isEqualTo(404);
        assertThat(site.stranger("CUSTOMER").get(path).status()).isEqualTo(403);
        assertThat(site.stranger("HELPER").get(path).text("type")).isEqualTo("urn:fleet:problem:not-replicated-yet");
    }

    private static List<String> ids(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(item -> item.path("taskId").asString())
                .toList();
    }
}
