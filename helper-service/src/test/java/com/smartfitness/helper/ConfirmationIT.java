package com.smartfitness.helper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.smartfitness.helper.site.HelperSite;
import com.smartfitness.helper.site.Person;
import com.smartfitness.helper.site.Photos;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    private static void assertProblem(Person.Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.text("type")).isEqualTo("urn:fleet:problem:" + type);
    }
}
