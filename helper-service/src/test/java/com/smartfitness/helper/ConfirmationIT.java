package com.smartfitness.helper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.smartfitness.helper.site.HelperSite;
import com.smartfitness.helper.site.Person;
import com.smartfitness.helper.site.Photos;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Who may confirm what, and how often it pays. */
class ConfirmationIT {

    private final HelperSite site = HelperSite.shared();
    private final HelperSite.Gym gym = site.gym();

    @Test
    void paysOnceHoweverOftenItIsConfirmedAtOnce() throws Exception {
        String task = gym.helper().judgedTask(Photos.bright());
        Callable<Integer> confirmation =
                () -> gym.owner().confirm(task, "{\"result\":\"양호\"}").status();

        List<Future<Integer>> answers;
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = together.invokeAll(Collections.nCopies(8, confirmation));
        }

        assertThat(answers.stream().map(Future::resultNow).filter(status -> status == 200))
                .hasSize(1);
        assertThat(answers.stream().map(Future::resultNow).filter(status -> status == 409))
                .hasSize(7);
        assertThat(gym.helper().balance()).isEqualTo(1000);
        site.neighbours().await("reward-credited", task);
        assertThat(site.neighbours().heard("task-confirmed", task)).hasSize(1);
        assertThat(site.neighbours().heard("reward-credited", task)).hasSize(1);
    }

    @Test
    void keepsBalanceEqualToTheLedgerWhenManyAreConfirmedAtOnce() {
        List<String> tasks = List.of(
                gym.helper().judgedTask(Photos.bright()),
                gym.helper().judgedTask(Photos.bright()),
                gym.helper().judgedTask(Photos.bright()));

        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String task : tasks) {
                together.execute(() -> gym.owner().confirm(task, "{\"result\":\"양호\"}"));
            }
        }

        assertThat(gym.helper().balance()).isEqualTo(3000);
        assertThat(tasks.stream()
                        .map(task -> site.neighbours()
                                .await("reward-credited", task)
                                .path("balance")
                                .asLong()))
                .containsExactlyInAnyOrder(1000L, 2000L, 3000L);
    }

    @Test
    void refusesSecondConfirmation() {
        String task = gym.helper().judgedTask(Photos.bright());
        gym.owner().confirm(task, "{\"result\":\"양호\"}");

        assertProblem(
                gym.owner().confirm(task, "{\"result\":\"미흡\",\"reason\":\"second thoughts\"}"),
                409,
                "task-confirmed-before");
        assertThat(gym.helper().balance()).isEqualTo(1000);
    }

    @Test
    void refusesAnotherOwnerAndUnknownTasks() {
        String task = gym.helper().judgedTask(Photos.bright());

        assertProblem(site.gym().owner().confirm(task, "{\"result\":\"양호\"}"), 403, "not-the-owner");
        assertProblem(gym.helper().confirm(task, "{\"result\":\"양호\"}"), 403, "forbidden");
        assertProblem(gym.owner().confirm("T-none", "{\"result\":\"양호\"}"), 404, "task-not-found");
        assertProblem(site.stranger("BRANCH_OWNER").confirm(task, "{\"result\":\"양호\"}"), 503, "not-replicated-yet");
        assertThat(gym.owner().get("/api/v1/tasks/" + task).text("status")).isEqualTo("JUDGED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"result\":\"미흡\"} | reason-required",
                "{\"result\":\"미흡\",\"reason\":\" \"} | reason-required",
                "{\"result\":\"불분명\"} | invalid-request",
                "{\"result\":\"GOOD\"} | invalid-request",
                "{\"result\":0} | invalid-request",
                "{} | invalid-request",
                "{\"result\":\"양호\",\"amount\":5000} | invalid-request",
                "{\"result\":\"양호\",\"reason\":5} | invalid-request",
                "nothing | unreadable-body",
            })
    void refusesBadRequests(String body, String type) {
        String task = gym.helper().judgedTask(Photos.bright());

        assertProblem(gym.owner().confirm(task, body), 400, type);

        assertThat(gym.owner().get("/api/v1/tasks/" + task).text("status")).isEqualTo("JUDGED");
    }

    @Test
    void confirmsManyEachByItself() {
        String good = gym.helper().judgedTask(Photos.bright());
        String corrected = gym.helper().judgedTask(Photos.dark());
        String withoutReason = gym.helper().judgedTask(Photos.dark());
        String anothers = site.gym().helper().judgedTask(Photos.bright());

        Person.Answer answer = gym.owner().confirmAll("""
                {"confirmations":[
                  {"taskId":"%1$s","result":"양호"},
                  {"taskId":"%2$s","result":"양호","reason":"tidy in the dark"},
                  {"taskId":"%3$s","result":"양호"},
                  {"taskId":"%4$s","result":"양호"},
                  {"taskId":"T-none","result":"미흡"},
                  {"taskId":"%1$s","result":"양호"}]}""".formatted(good, corrected, withoutReason, anothers));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(outcomes(answer))
                .containsExactly(
                        good + " DONE",
                        corrected + " DONE",
                        withoutReason + " reason-required",
                        anothers + " not-the-owner",
                        "T-none task-not-found",
                        good + " task-confirmed-before");
        assertThat(gym.helper().balance()).isEqualTo(2000);
        site.neighbours().await("task-confirmed", corrected);
        assertThat(gym.owner().get("/api/v1/tasks/" + withoutReason).text("status"))
                .isEqualTo("JUDGED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"confirmations\":[]}",
                "{\"confirmations\":[null]}",
                "{\"confirmations\":[{\"taskId\":\"T\"}]}",
                "{\"confirmations\":[{\"result\":\"양호\"}]}",
                "{\"confirmations\":[{\"taskId\":\"T\",\"result\":\"불분명\"}]}"
            })
    void refusesBadBatches(String body) {
        assertProblem(gym.owner().confirmAll(body), 400, "invalid-request");
    }

    @Test
    void refusesMoreThanAHundredAtOnce() {
        String items = String.join(",", Collections.nCopies(101, "{\"taskId\":\"T\",\"result\":\"양호\"}"));

        assertProblem(gym.owner().confirmAll("{\"confirmations\":[%s]}".formatted(items)), 400, "invalid-request");
    }

    /** Whatever owners say at once and how often they repeat it, a balance is what the confirmed tasks are worth. */
    @Test
    void keepsEveryBalanceEqualToItsLedgerWhateverIsRepeatedAtOnce() {
        Random random = new Random(7);
        List<String> tasks = new ArrayList<>();
        List<Person> helpers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Person helper = site.person(site.neighbours().helperOf(gym.branch()), "HELPER");
            helpers.add(helper);
            for (int photo = 0; photo < 3; photo++) {
                tasks.add(helper.judgedTask(random.nextBoolean() ? Photos.bright() : Photos.dark()));
            }
        }

        try (ExecutorService together = Executors.newFixedThreadPool(8)) {
            for (int attempt = 0; attempt < 60; attempt++) {
                String task = tasks.get(random.nextInt(tasks.size()));
                String body = "\"result\":\"%s\",\"reason\":\"so\"".formatted(random.nextInt(3) == 0 ? "미흡" : "양호");
                if (random.nextBoolean()) {
                    together.execute(() -> gym.owner().confirm(task, "{%s}".formatted(body)));
                } else {
                    String item = "{\"taskId\":\"%s\",%s}".formatted(task, body);
                    together.execute(() -> gym.owner().confirmAll("{\"confirmations\":[%s,%s]}".formatted(item, item)));
                }
            }
        }

        for (Person helper : helpers) {
            long done = items(helper.get("/api/v1/tasks?status=DONE").json()).count();
            List<Long> entries = items(helper.get("/api/v1/ledger-entries").json())
                    .map(entry -> entry.path("amount").asLong())
                    .toList();
            assertThat(helper.balance()).isEqualTo(1000 * done);
            assertThat(entries).hasSize((int) done).allMatch(amount -> amount == 1000);
        }
    }

    @Test
    void pagesTheLedgerFromTheNewestEntry() {
        List<String> tasks = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            tasks.add(gym.helper().judgedTask(Photos.bright()));
            gym.owner().confirm(tasks.getLast(), "{\"result\":\"양호\"}");
        }

        JsonNode first = gym.helper().get("/api/v1/ledger-entries?limit=2").json();
        JsonNode second = gym.helper()
                .get("/api/v1/ledger-entries?limit=2&cursor="
                        + first.path("next").asString())
                .json();

        assertThat(Stream.concat(items(first), items(second))
                        .map(entry -> entry.path("taskId").asString()))
                .containsExactlyElementsOf(tasks.reversed());
        assertProblem(gym.helper().get("/api/v1/ledger-entries?cursor=nonsense"), 400, "invalid-cursor");
    }

    @Test
    void refusesReasonsBeyondFiveHundredCharacters() {
        String task = gym.helper().judgedTask(Photos.bright());

        assertProblem(
                gym.owner().confirm(task, "{\"result\":\"미흡\",\"reason\":\"%s\"}".formatted("x".repeat(501))),
                400,
                "invalid-request");
        assertThat(gym.owner()
                        .confirm(task, "{\"result\":\"미흡\",\"reason\":\"%s\"}".formatted("x".repeat(500)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void neverChangesTheLedger() {
        String task = gym.helper().judgedTask(Photos.bright());
        gym.owner().confirm(task, "{\"result\":\"양호\"}");

        assertThatThrownBy(() -> site.rows()
                        .sql("update ledger_entry set amount = 9 where task_id = ?")
                        .param(task)
                        .update())
                .hasMessageContaining("only grows");
        assertThatThrownBy(() -> site.rows().sql("delete from ledger_entry").update())
                .hasMessageContaining("only grows");
    }

    private static List<String> outcomes(Person.Answer answer) {
        return items(answer.json())
                .map(item -> item.path("taskId").asString() + " "
                        + (item.has("task")
                                ? item.path("task").path("status").asString()
                                : item.path("problem").path("type").asString().replace("urn:fleet:problem:", "")))
                .toList();
    }

    private static Stream<JsonNode> items(JsonNode page) {
        return page.path("items").valueStream();
    }

    private static void assertProblem(Person.Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.text("type")).isEqualTo("urn:fleet:problem:" + type);
    }
}
