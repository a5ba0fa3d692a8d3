package com.smartfitness.search.preference;

import com.smartfitness.defaults.live.LiveTelling;
import com.smartfitness.defaults.security.Caller;
import com.smartfitness.defaults.web.InvalidCursorException;
import com.smartfitness.defaults.web.Page;
import com.smartfitness.search.replica.KnownUsers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/notifications")
@PreAuthorize("hasRole('CUSTOMER')")
class NotificationController {

    private final Preferences preferences;
    private final KnownUsers users;
    private final NotificationViews views;
    private final LiveTelling live;

    NotificationController(Preferences preferences, KnownUsers users, NotificationViews views, LiveTelling live) {
        this.preferences = preferences;
        this.users = users;
        this.views = views;
        this.live = live;
    }

    /** What is to be marked read. */
    record ReadRequest(
            @NotNull @Schema(description = "The newest notification that was seen; later ones stay unread.")
            Long upTo) {}

    /** How many notifications were unread until now. */
    record Marked(long marked) {}

    @GetMapping
    @Operation(
            summary = "List the caller's notifications, newest first",
            description =
                    "Of branches that newly say, or of which a review says, what the caller has searched for or"
                            + " written of. One an hour at most, with all branches since the last one; the newest 100 are kept.")
    Page<NotificationView> list(
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        long before = place(cursor);
        users.require(caller);
        List<Notification> rows = preferences.of(caller.userId()).inbox().stream()
                .filter(one -> one.id() < before && (!unread || one.readAt() == null))
                .limit(limit + 1L)
                .toList();
        return Page.of(rows, limit, row -> Long.toString(row.id())).map(views::of);
    }

    @GetMapping("/unread")
    @Operation(summary = "Count the caller's unread notifications")
    Unread unread(Caller caller) {
        users.require(caller);
        return new Unread(preferences.of(caller.userId()).unread());
    }

    @PostMapping("/{notificationId}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Mark a notification read", description = "Again changes nothing.")
    void markRead(@PathVariable long notificationId, Caller caller) {
        users.require(caller);
        Preference after =
                preferences.change(caller.userId(), (now, time) -> now.read(one -> one.id() == notificationId, time));
        if (after.inbox().stream().noneMatch(one -> one.id() == notificationId)) {
            throw NotificationNotFoundException.forId(notificationId);
        }
    }

    @PostMapping("/read")
    @Operation(
            summary = "Mark all notifications read that were seen",
            description = "Up to the newest that was seen, so that one which comes in meanwhile stays unread.")
    Marked markReadUpTo(@Valid @RequestBody ReadRequest request, Caller caller) {
        users.require(caller);
        long[] unread = {0};
        preferences.change(caller.userId(), (now, time) -> {
            Preference next = now.read(one -> one.id() <= request.upTo(), time);
            unread[0] = now.unread() - next.unread();
            return next;
        });
        return new Marked(unread[0]);
    }

    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "Hear of new notifications at once",
            description = "Server-sent events: 'entry' with a notification of the list and its id, 'unread' with the"
                    + " count at the beginning and whenever it changes, comments while nothing happens. Begins after the"
                    + " notification of Last-Event-ID or 'after', otherwise with what comes next. Ends when the token"
                    + " expires or the account is out of use: come back with a new token and the last id.")
    void stream(
            @Parameter(description = "The last notification that was received, set by clients that reconnect.")
                    @RequestHeader(name = "Last-Event-ID", required = false)
                    @PositiveOrZero @Nullable Long lastEventId,
            @Parameter(description = "The same for the first connection: the newest of a list read before.")
                    @RequestParam(required = false)
                    @PositiveOrZero @Nullable Long after,
            @Parameter(hidden = true) @AuthenticationPrincipal Jwt token,
            HttpServletResponse response)
            throws InterruptedException {
        live.tell(token, lastEventId == null ? after : lastEventId, response);
    }

    private static long place(@Nullable String cursor) {
        try {
            return cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor);
        } catch (NumberFormatException notOurs) {
            throw new InvalidCursorException();
        }
    }
}
