package com.smartfitness.fleettests;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.fleet.demo.Answer;
import com.smartfitness.fleet.demo.SamplePhoto;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each is refused with a clear problem, and nothing is different afterwards. */
class BadInputIT {

    private static Scene scene;

    @BeforeAll
    static void createScene() {
        scene = Scene.create();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/branches | {\"name\":\"점\",\"address\":\"서울\",\"colour\":\"red\"} | colour",
                "/api/v1/branches | {\"name\":7,\"address\":\"서울\"} | name",
                "/api/v1/branches | {\"address\":\"서울\"} | name",
                "/api/v1/branches | {\"name\":\"점\",\"address\":\"서울\",\"size\":\"large\"} | size",
                "/api/v1/owners | {\"email\":\"no mail\",\"password\":\"long enough it is\",\"name\":\"김\",\"alias\":\"a\"} | email",
                "/api/v1/owners | {\"email\":\"a@example.com\",\"password\":\"short\",\"name\":\"김\",\"alias\":\"a\"} | password",
                "/api/v1/owners | {\"email\":\"a@example.com\",\"password\":\"long enough it is\",\"name\":\"김\"} | alias",
            })
    void namesTheFieldThatIsWrong(String path, String body, String field) {
        int before = branches();

        Answer answer = scene.gateway().post(path, body, scene.owner());

        assertProblem(answer, 400, "invalid-request");
        assertThat(answer.body().path("errors").toString()).contains("\"field\":\"" + field + "\"");
        assertThat(branches()).isEqualTo(before);
    }

    @Test
    void refusesTextThatIsTooLong() {
        Answer answer = scene.gateway()
                .post("/api/v1/branches", Map.of("name", "가".repeat(1_000), "address", "서울"), scene.owner());

        assertProblem(answer, 400, "invalid-request");
    }

    @Test
    void refusesWhatIsNoPhoto() {
        Scene fresh = Scene.create();

        assertThat(fresh.gateway()
                        .upload("/api/v1/tasks", "photo", "<html>".getBytes(StandardCharsets.UTF_8), fresh.helper())
                        .status())
                .isEqualTo(415);
        byte[] tooLarge = Arrays.copyOf(SamplePhoto.bytes(), 5 * 1024 * 1024 + 1);
        assertThat(fresh.gateway()
                        .upload("/api/v1/tasks", "photo", tooLarge, fresh.helper())
                        .status())
                .isEqualTo(413);
        assertThat(tasks(fresh)).isZero();
    }

    @Test
    void refusesTheFourthPhotoOfTheDay() {
        Scene fresh = Scene.create();
        for (int photo = 1; photo <= 3; photo++) {
            fresh.journey().sendPhoto(fresh.helper(), SamplePhoto.bytes());
        }

        Answer fourth = fresh.gateway().upload("/api/v1/tasks", "photo", SamplePhoto.bytes(), fresh.helper());

        assertProblem(fourth, 429, "daily-limit-reached");
        assertThat(tasks(fresh)).isEqualTo(3);
    }

    @Test
    void refusesToConfirmTwiceOrForAnotherOwner() {
        Scene fresh = Scene.create();
        String taskId = fresh.judgedTask();
        String path = "/api/v1/tasks/%s/confirmation".formatted(taskId);
        Map<String, String> confirmation = Map.of("result", "양호", "reason", "정돈됨");

        assertThat(fresh.gateway().post(path, confirmation, scene.owner()).status())
                .isEqualTo(403);
        assertThat(fresh.asHelper("/api/v1/tasks/" + taskId).text("status")).isEqualTo("JUDGED");

        fresh.journey().confirm(fresh.owner(), taskId);

        assertThat(fresh.gateway().post(path, confirmation, fresh.owner()).status())
                .isEqualTo(409);
        fresh.journey().awaitReward(fresh.helper());
        assertThat(fresh.asHelper("/api/v1/balance").body().path("amount").asLong())
                .isEqualTo(1_000);
    }

    private static int branches() {
        return scene.asOwner("/api/v1/branches").body().path("items").size();
    }

    private static int tasks(Scene of) {
        return of.asHelper("/api/v1/tasks").body().path("items").size();
    }

    private static void assertProblem(Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(type);
    }
}
