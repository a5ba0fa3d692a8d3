package com.smartfitness.branchowner.inbox;

import com.smartfitness.branchowner.replica.KnownUsers;
import com.smartfitness.branchowner.replica.UserId;
import com.smartfitness.defaults.security.Caller;
import com.smartfitness.defaults.web.InvalidCursorException;
import com.smartfitness.defaults.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/inbox")
@PreAuthorize("hasRole('BRANCH_OWNER')")
class InboxController {

    private final InboxRepository inboxes;
    private final KnownUsers users;

    InboxController(InboxRepository inboxes, KnownUsers users) {
        this.inboxes = inboxes;
        this.users = users;
    }

    /**
     * What is to be marked read.
     *
     * @param upTo the last entry that the owner has seen
     * @param kind null for all
     */
    record ReadRequest(
            @NotNull @Schema(description = "The newest entry that was seen; later ones stay unread.")
            Long upTo,

            @Schema(description = "All kinds where it is left out.") @Nullable EntryKind kind) {}

    /** How many entries were unread until now. */
    record Marked(int marked) {}

    @GetMapping("/entries")
    @Operation(
            summary = "List the caller's inbox, newest first",
            description =
                    "Of all own branches: judged tasks that wait, confirmations, reviews, faults and recoveries. Each"
                            + " is told once; what it is about is shown as it is now.")
    Page<Entry> list(
            @RequestParam(required = false, defaultValue = "") Set<EntryKind> kind,
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(required = false) @Nullable String branchId,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        long before = place(cursor);
        List<Entry> rows =
                inboxes.newestFirst(owner(caller), new EntryFilter(kind, unread, branchId), before, limit + 1);
        return Page.of(rows, limit, row -> Long.toString(row.entryId()));
    }

    @GetMapping("/unread")
    @Operation(summary = "Count the caller's unread entries, by kind")
    UnreadCounts unread(Caller caller) {
        return inboxes.unread(owner(caller));
    }

    @PostMapping("/entries/{entryId}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Mark an entry read", description = "Again changes nothing. 404 for another owner's entry.")
    void markRead(@PathVariable long entryId, Caller caller) {
        if (!inboxes.markRead(owner(caller), entryId)) {
            throw EntryNotFoundException.forId(entryId);
        }
    }

    @PostMapping("/read")
    @Operation(
            summary = "Mark all entries read that were seen",
            description = "Up to the newest that was seen, so that one which comes in meanwhile stays unread.")
    Marked markReadUpTo(@Valid @RequestBody ReadRequest request, Caller caller) {
        return new Marked(inboxes.markReadUpTo(owner(caller), request.upTo(), request.kind()));
    }

    private UserId owner(Caller caller) {
        UserId owner = new UserId(caller.userId());
        users.requireActive(owner);
        return owner;
    }

    private static long place(@Nullable String cursor) {
        try {
            return cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor);
        } catch (NumberFormatException notOurs) {
            throw new InvalidCursorException();
        }
    }
}
