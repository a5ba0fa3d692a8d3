package com.smartfitness.branchowner.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing that an owner is told, with what it is about as that is now. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "InboxEntry")
public record Entry(
        @Schema(description = "Rises with every entry of the inbox.")
        long entryId,

        EntryKind kind,
        String branchId,
        String branchName,

        @Schema(description = "When it happened, which may be earlier than it was told.")
        Instant happenedAt,

        @Schema(description = "Absent while unread.") @Nullable Instant readAt,

        @Schema(description = "Of TASK_WAITING and TASK_CONFIRMED.") @Nullable Task task,

        @Schema(description = "Of REVIEW.") @Nullable Review review,

        @Schema(description = "Of FAULT and RECOVERY.") @Nullable Fault fault) {

    /** A task, briefly: the whole is in the list of the branch's tasks. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "InboxTask")
    public record Task(
            String taskId,
            String status,
            @Nullable String helperAlias,
            @Nullable String aiResult,
            @Nullable Double confidence,
            @Nullable String correctedResult) {}

    /** A review. */
    @Schema(name = "InboxReview")
    public record Review(String reviewId, int rating, String text) {}

    /** A fault of equipment; over once it has a time of recovery. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "InboxFault")
    public record Fault(
            String faultId,
            String equipmentId,
            String equipmentName,
            String equipmentType,
            String faultType,
            String description,
            Instant detectedAt,
            @Nullable Instant recoveredAt) {}
}
