package com.smartfitness.branchowner.inbox.live;

import com.smartfitness.branchowner.inbox.InboxRepository;
import com.smartfitness.branchowner.replica.KnownUsers;
import com.smartfitness.branchowner.replica.UserId;
import com.smartfitness.defaults.live.LiveInbox;
import java.util.List;
import org.springframework.stereotype.Component;

/** Owners' inboxes, as their streams read them. */
@Component
final class OwnersInbox implements LiveInbox {

    private final InboxRepository inboxes;
    private final KnownUsers users;

    OwnersInbox(InboxRepository inboxes, KnownUsers users) {
        this.inboxes = inboxes;
        this.users = users;
    }

    @Override
    public void require(String userId) {
        users.requireActive(new UserId(userId));
    }

    @Override
    public long last(String userId) {
        return inboxes.last(new UserId(userId));
    }

    @Override
    public List<LiveEntry> after(String userId, long id, int limit) {
        return inboxes.after(new UserId(userId), id, limit).stream()
                .map(entry -> new LiveEntry(entry.entryId(), entry))
                .toList();
    }

    @Override
    public Object unread(String userId) {
        return inboxes.unread(new UserId(userId));
    }
}
