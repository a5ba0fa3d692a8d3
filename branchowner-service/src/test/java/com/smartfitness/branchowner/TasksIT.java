package com.smartfitness.branchowner;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.events.Judgement;
import com.smartfitness.events.Role;
import com.smartfitness.events.TaskConfirmedEvent;
import com.smartfitness.events.TaskJudgedEvent;
import com.smartfitness.events.TaskSubmittedEvent;
import com.smartfitness.events.UserErasedEvent;
import com.smartfitness.testing.stores.Eventually;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Tasks as events tell of them. */
class TasksIT extends Neighbourhood {

    private static final Instant MORNING = Instant.parse("2026-03-01T00:00:00Z");
    private static final AtomicInteger SECONDS = new AtomicInteger();

    private final User owner = signedUp(User.anOwner());
    private final Answer branch = register(owner);
    private final String branchId = branch.text("branchId");
    private final User helper = User.aHelper();

    /** What helper-service says of one task. */
    private final class Task {

        final String id = anyId("T");
        final Instant submittedAt;

        Task(Instant submittedAt) {
            this.submittedAt = submittedAt;
        }

        Task submitted() {
            neighbours.say(
                    1, new TaskSubmittedEvent(id, helper.id(), branchId, "s3://photos/" + id, "9f86d0", submittedAt));
            return this;
        }

        Task judged() {
            neighbours.say(
                    2,
                    new TaskJudgedEvent(
                            id,
                            helper.id(),
                            branchId,
                            "s3://photos/" + id,
                            "9f86d0",
                            submittedAt,
                            Judgement.INSUFFICIENT,
                            0.75,
                            "laundry-1",
                            submittedAt.plusSeconds(1)));
            return this;
        }

        Task confirmed(Judgement result) {
            neighbours.say(
                    3,
                    new TaskConfirmedEvent(
                            id,
                            "s3://photos/" + id,
                            Judgement.INSUFFICIENT,
                            result,
                            branchId,
                            helper.id(),
                            submittedAt.plusSeconds(60),
                            result == Judgement.GOOD ? "tidy enough" : null,
                            owner.id(),
                            0.75,
                            "laundry-1",
                            "9f86d0",
                            submittedAt,
                            submittedAt.plusSeconds(1)));
            return this;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"123", "132", "213", "231", "312", "321", "1233", "3112"})
    void showsConfirmedTaskAsDoneInWhateverOrderItsEventsCome(String order) {
        Task task = aTask();
        order.chars().forEach(step -> {
            switch (step) {
                case '1' -> task.submitted();
                case '2' -> task.judged();
                default -> task.confirmed(Judgement.GOOD);
            }
        });
        awaitTask(aTask().submitted().id, _ -> true); // said after all of them

        JsonNode shown = awaitTask(task.id, _ -> true);

        assertThat(shown.get("status").asString()).isEqualTo("DONE");
        assertThat(shown.get("aiResult").asString()).isEqualTo("미흡");
        assertThat(shown.get("correctedResult").asString()).isEqualTo("양호");
        assertThat(shown.get("correctionReason").asString()).isEqualTo("tidy enough");
        assertThat(shown.get("submittedAt").asString()).isEqualTo(task.submittedAt.toString());
        assertThat(shown.get("confirmedAt").asString())
                .isEqualTo(task.submittedAt.plusSeconds(60).toString());
    }

    @Test
    void followsTaskFromStatusToStatus() {
        Task task = aTask().submitted();
        JsonNode submitted = awaitTask(task.id, is("SUBMITTED"));
        assertThat(submitted.has("aiResult")).isFalse();
        assertThat(submitted.has("listedAt")).isFalse();

        task.judged();
        assertThat(awaitTask(task.id, is("JUDGED")).get("confidence").asDouble())
                .isEqualTo(0.75);

        task.confirmed(Judgement.INSUFFICIENT);
        awaitTask(task.id, is("REJECTED"));
    }

    @Test
    void picksOneStatus() {
        Task done = aTask().confirmed(Judgement.GOOD);
        Task rejected = aTask().confirmed(Judgement.INSUFFICIENT);
        Task judged = aTask().judged();
        Task submitted = aTask().submitted();
        awaitTask(submitted.id, _ -> true);

        assertThat(tasks("").items("taskId")).containsExactly(submitted.id, judged.id, rejected.id, done.id);
        assertThat(tasks("?status=SUBMITTED").items("taskId")).containsExactly(submitted.id);
        assertThat(tasks("?status=JUDGED").items("taskId")).containsExactly(judged.id);
        assertThat(tasks("?status=REJECTED").items("taskId")).containsExactly(rejected.id);
        assertThat(tasks("?status=DONE").items("taskId")).containsExactly(done.id);
    }

    @Test
    void namesTheHelperOnceItHasHeardOfHim() {
        Task task = aTask().submitted();
        assertThat(awaitTask(task.id, _ -> true).has("helperAlias")).isFalse();

        neighbours.say(1, signUp(helper, "빨래왕"));
        awaitTask(task.id, shown -> shown.path("helperAlias").asString("").equals("빨래왕"));

        neighbours.say(2, new UserErasedEvent(helper.id()));
        awaitTask(task.id, shown -> !shown.has("helperAlias"));
    }

    @Test
    void keepsNeitherCustomersNorOperators() {
        User customer = User.any(Role.CUSTOMER);
        neighbours.say(1, signUp(customer, "새벽반"));
        signedUp(User.aHelper()); // said after it

        assertThat(knows(customer, "ACTIVE")).isFalse();
    }

    @Test
    void isForTheOwnerOfTheBranchAndForOperators() {
        String tasks = path(branch) + "/tasks";

        service.get(tasks, signedUp(User.anOwner())).expectProblem(403, "not-the-owner");
        service.get(tasks, helper).expectProblem(403, "forbidden");
        service.get(tasks, User.any(Role.OPERATOR)).expect(200);
        service.getWithoutToken(tasks).expectProblem(401, "unauthenticated");
    }

    @Test
    void staysReadableOnceTheBranchIsClosed() {
        Task task = aTask().submitted();
        service.post(path(branch) + "/closure", "", owner).expect(200);

        awaitTask(task.id, is("SUBMITTED"));
    }

    @Test
    void leavesOtherBranchesTasksOut() {
        Task task = aTask().submitted();
        awaitTask(task.id, _ -> true);
        Answer other = register(owner);

        assertThat(service.get(path(other) + "/tasks", owner).items("taskId")).isEmpty();
    }

    private Task aTask() {
        return new Task(MORNING.plusSeconds(SECONDS.incrementAndGet()));
    }

    private JsonNode awaitTask(String id, Predicate<JsonNode> expected) {
        return Eventually.becomes(
                "the task is shown as expected",
                () -> tasks("")
                        .json()
                        .get("items")
                        .valueStream()
                        .filter(task -> task.get("taskId").asString().equals(id))
                        .findFirst()
                        .orElseThrow(),
                expected);
    }

    private Answer tasks(String query) {
        return service.get(path(branch) + "/tasks" + query, owner).expect(200);
    }

    private static Predicate<JsonNode> is(String status) {
        return task -> task.get("status").asString().equals(status);
    }
}
