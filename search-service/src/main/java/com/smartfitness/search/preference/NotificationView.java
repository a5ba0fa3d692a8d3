package com.smartfitness.search.preference;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.smartfitness.events.PreferenceOrigin;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A notification as it is shown: branches that newly offer what the customer looks for. */
@Schema(name = "Notification")
@JsonInclude(JsonInclude.Include.NON_NULL)
record NotificationView(
        @Schema(description = "Rises with every notification of the caller.")
        long notificationId,

        Instant at,

        @Schema(description = "Absent while unread.") @Nullable Instant readAt,

        List<Offer> branches) {

    /**
     * A branch.
     *
     * @param name as it is now
     * @param origin who says so: the owner, or a review
     * @param keywords the customer's, that the branch offers
     */
    @Schema(name = "NotifiedBranch")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Offer(String branchId, @Nullable String name, PreferenceOrigin origin, List<String> keywords) {}
}
