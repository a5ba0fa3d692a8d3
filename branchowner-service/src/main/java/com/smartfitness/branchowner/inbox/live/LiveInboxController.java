package com.smartfitness.branchowner.inbox.live;

import com.smartfitness.branchowner.inbox.InboxRepository;
import com.smartfitness.branchowner.replica.KnownUsers;
import com.smartfitness.branchowner.replica.UserId;
import com.smartfitness.defaults.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
class LiveInboxController {

    private static final Logger log = LoggerFactory.getLogger(LiveInboxController.class);

    private final LiveInbox live;
    private final LiveStreams streams;
    private final InboxRepository inboxes;
    private final KnownUsers users;
    private final JsonMapper json;

    LiveInboxController(
            LiveInbox live, LiveStreams streams, InboxRepository inboxes, KnownUsers users, JsonMapper json) {
        this.live = live;
        this.streams = streams;
        this.inboxes = inboxes;
        this.users = users;
        this.json = json;
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
            Caller caller,
            HttpServletResponse response)
            throws InterruptedException {
        UserId owner = new UserId(caller.userId());
        users.requireActive(owner);
        Instant until = Objects.requireNonNull(token.getExpiresAt());
        try (LiveStream stream = streams.open(owner)) {
            Long known = lastEventId == null ? after : lastEventId;
            long begin = known == null ? inboxes.last(owner) : known;
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            live.tell(stream, begin, until, new EventWriter(response.getOutputStream(), json));
        } catch (IOException e) {
            log.debug("A client has left its stream", e);
        }
    }
}
