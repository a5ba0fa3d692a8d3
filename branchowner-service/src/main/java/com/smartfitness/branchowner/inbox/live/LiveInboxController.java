package com.smartfitness.branchowner.inbox.live;

import com.smartfitness.defaults.live.LiveTelling;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LiveInboxController {

    private final LiveTelling live;

    LiveInboxController(LiveTelling live) {
        this.live = live;
    }

    @GetMapping(path = "/api/v1/inbox/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @PreAuthorize("hasRole('BRANCH_OWNER')")
    @Operation(
            summary = "Hear of new entries at once",
            description =
                    "Server-sent events: 'entry' with an entry of the list and its id, 'unread' with the counts at"
                            + " the beginning and whenever they change, comments while nothing happens. Begins after the entry of"
                            + " Last-Event-ID or 'after', otherwise with what comes next. Ends when the token expires or the"
                            + " account is out of use: come back with a new token and the last id.")
    void stream(
            @Parameter(description = "The last entry that was received, set by clients that reconnect.")
                    @RequestHeader(name = "Last-Event-ID", required = false)
                    @PositiveOrZero @Nullable Long lastEventId,
            @Parameter(description = "The same for the first connection: the newest entry of a list read before.")
                    @RequestParam(required = false)
                    @PositiveOrZero @Nullable Long after,
            @Parameter(hidden = true) @AuthenticationPrincipal Jwt token,
            HttpServletResponse response)
            throws InterruptedException {
        live.tell(token, lastEventId == null ? after : lastEventId, response);
    }
}
