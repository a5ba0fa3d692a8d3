package com.smartfitness.branchowner;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.events.ReviewCreatedEvent;
import com.smartfitness.events.Role;
import com.smartfitness.events.TaskSubmittedEvent;
import com.smartfitness.testing.stores.Eventually;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lists that grow while they are read. */
class PagingIT extends Neighbourhood {

    private static final Instant MORNING = Instant.parse("2026-03-01T00:00:00Z");

    private final User owner = signedUp(User.anOwner());

    @Test
    void showsEveryBranchOnceWhileOthersOpen() {
        List<String> oldestFirst = IntStream.range(0, 11)
                .mapToObj(_ -> register(owner).text("branchId"))
                .toList();

        List<String> shown = readThrough("/api/v1/branches", "branchId", 4, owner, () -> register(owner));

        assertThat(shown.reversed()).isEqualTo(oldestFirst);
    }

    @Test
    void showsOperatorsEveryBranchOnce() {
        List<String> oldestFirst = IntStream.range(0, 5)
                .mapToObj(_ -> register(owner).text("branchId"))
                .toList();

        List<String> shown =
                readThrough("/api/v1/branches", "branchId", 2, User.any(Role.OPERATOR), () -> register(owner));

        assertThat(shown).doesNotHaveDuplicates();
        assertThat(shown.subList(0, 5).reversed()).isEqualTo(oldestFirst);
    }

    @Test
    void showsEveryTaskOnceWhileOthersAreSentIn() {
        Answer branch = register(owner);
        String tasks = path(branch) + "/tasks";
        List<TaskSubmittedEvent> sent = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            // Three at a time, so that pages end among tasks of one instant.
            sent.add(aTask(branch, MORNING.plusNanos(i / 3 * 1_000L)));
        }
        Collections.shuffle(sent);
        sent.forEach(task -> neighbours.say(1, task));
        Eventually.holds(
                "all tasks have arrived",
                () -> service.get(tasks + "?limit=100", owner).items("taskId").size() == 11);

        List<String> shown = readThrough(tasks, "taskId", 2, owner, () -> {
            TaskSubmittedEvent further = aTask(branch, MORNING.plusSeconds(1));
            neighbours.say(1, further);
            Eventually.holds(
                    "the further task has arrived",
                    () -> service.get(tasks + "?limit=100", owner)
                            .items("taskId")
                            .contains(further.taskId()));
        });

        assertThat(shown)
                .containsExactlyElementsOf(sent.stream()
                        .sorted(Comparator.comparing(TaskSubmittedEvent::submittedAt)
                                .thenComparing(TaskSubmittedEvent::taskId)
                                .reversed())
                        .map(TaskSubmittedEvent::taskId)
                        .toList());
    }

    @Test
    void showsEveryReviewOnceWhileOthersAreWritten() {
        Answer branch = register(owner);
        String reviews = path(branch) + "/reviews";
        assertThat(service.get(reviews, owner).expect(200).items("reviewId")).isEmpty();
        List<String> oldestFirst = IntStream.range(0, 5)
                .mapToObj(i -> review(branch, MORNING.plusSeconds(i / 2)))
                .sorted()
                .toList();
        Eventually.holds(
                "all reviews have arrived",
                () -> service.get(reviews, owner).items("reviewId").size() == 5);

        List<String> shown = readThrough(reviews, "reviewId", 2, owner, () -> review(branch, MORNING.plusSeconds(9)));

        assertThat(shown.reversed()).isEqualTo(oldestFirst);
        assertThat(service.get(reviews, User.any(Role.OPERATOR)).expect(200).text("next"))
                .isEmpty();
        service.get(reviews, signedUp(User.anOwner())).expectProblem(403, "not-the-owner");
        service.get(reviews, User.any(Role.CUSTOMER)).expectProblem(403, "forbidden");
        service.get("/api/v1/branches/B0/reviews", owner).expectProblem(404, "branch-not-found");
    }

    /** Reads page by page, with something else happening in between. */
    private static List<String> readThrough(String path, String field, int limit, User reader, Runnable between) {
        List<String> shown = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = service.get(path + "?limit=" + limit + cursor, reader).expect(200);
            List<String> items = page.items(field);
            shown.addAll(items);
            cursor = page.text("next").isEmpty() ? "" : "&cursor=" + page.text("next");
            assertThat(items).hasSizeLessThanOrEqualTo(limit).isNotEmpty();
            between.run();
        } while (!cursor.isEmpty());
        return shown;
    }

    /** Its id rises with its time. */
    private static String review(Answer branch, Instant at) {
        String id = anyId("R-" + at);
        neighbours.say(1, new ReviewCreatedEvent(id, branch.text("branchId"), "C1", 5, "좋아요", at));
        return id;
    }

    private static TaskSubmittedEvent aTask(Answer branch, Instant submittedAt) {
        return new TaskSubmittedEvent(
                anyId("T"), "U-helper", branch.text("branchId"), "s3://photos/1", "9f86d0", submittedAt);
    }
}
