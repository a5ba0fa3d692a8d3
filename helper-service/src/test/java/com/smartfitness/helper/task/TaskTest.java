package com.smartfitness.helper.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.smartfitness.events.Judgement;
import com.smartfitness.helper.replica.BranchId;
import com.smartfitness.helper.replica.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TaskTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void goesFromSubmittedOverJudgedToDoneOrRejected() {
        assertThat(aSubmittedTask().status()).isEqualTo(TaskStatus.SUBMITTED);
        assertThat(aTaskJudged(Judgement.GOOD).status()).isEqualTo(TaskStatus.JUDGED);
        assertThat(aTaskJudged(Judgement.GOOD)
                        .confirmed(confirmation(Verdict.GOOD, null))
                        .status())
                .isEqualTo(TaskStatus.DONE);
        assertThat(aTaskJudged(Judgement.INSUFFICIENT)
                        .confirmed(confirmation(Verdict.INSUFFICIENT, null))
                        .status())
                .isEqualTo(TaskStatus.REJECTED);
    }

    @Test
    void refusesSecondJudgement() {
        assertThatThrownBy(() -> aTaskJudged(Judgement.GOOD).judged(opinion(Judgement.UNCLEAR)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesConfirmationBeforeTheModelHasJudged() {
        assertRefused("task-not-judged-yet", aSubmittedTask(), confirmation(Verdict.GOOD, null));
    }

    @Test
    void refusesSecondConfirmation() {
        Task confirmed = aTaskJudged(Judgement.GOOD).confirmed(confirmation(Verdict.GOOD, null));

        assertRefused("task-confirmed-before", confirmed, confirmation(Verdict.GOOD, null));
    }

    @ParameterizedTest
    @EnumSource(names = {"INSUFFICIENT", "UNCLEAR"})
    void wantsReasonForAnotherResult(Judgement judged) {
        Task task = aTaskJudged(judged);

        assertRefused("reason-required", task, confirmation(Verdict.GOOD, null));
        assertThat(task.confirmed(confirmation(Verdict.GOOD, "tidy")).status()).isEqualTo(TaskStatus.DONE);
    }

    private static void assertRefused(String type, Task task, Confirmation confirmation) {
        assertThatThrownBy(() -> task.confirmed(confirmation))
                .isInstanceOfSatisfying(
                        ConfirmationRefusedException.class,
                        refused -> assertThat(refused.type()).isEqualTo(type));
    }

    private static Task aSubmittedTask() {
        return Task.submitted(
                new TaskId("T1"),
                new UserId("H1"),
                new BranchId("B1"),
                new TaskPhoto("photos/T1.jpg", "image/jpeg", "00"),
                NOON);
    }

    private static Task aTaskJudged(Judgement result) {
        return aSubmittedTask().judged(opinion(result));
    }

    private static Opinion opinion(Judgement result) {
        return new Opinion(result, 0.9, "v1", NOON);
    }

    private static Confirmation confirmation(Verdict verdict, @Nullable String reason) {
        return new Confirmation(verdict, reason, new UserId("O1"), NOON);
    }
}
