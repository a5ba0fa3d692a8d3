package com.smartfitness.search.preference;

import com.smartfitness.defaults.live.LiveInbox;
import com.smartfitness.search.replica.KnownUsers;
import java.util.List;
import org.springframework.stereotype.Component;

/** Customers' inboxes, as their streams read them. */
@Component
class CustomersInbox implements LiveInbox {

    private final Preferences preferences;
    private final KnownUsers users;
    private final NotificationViews views;

    CustomersInbox(Preferences preferences, KnownUsers users, NotificationViews views) {
        this.preferences = preferences;
        this.users = users;
        this.views = views;
    }

    @Override
    public void require(String userId) {
        users.require(userId);
    }

    @Override
    public long last(String userId) {
        return preferences.of(userId).last();
    }

    @Override
    public List<LiveEntry> after(String userId, long id, int limit) {
        return preferences.of(userId).inbox().reversed().stream()
                .filter(one -> one.id() > id)
                .limit(limit)
                .map(one -> new LiveEntry(one.id(), views.of(one)))
                .toList();
    }

    @Override
    public Object unread(String userId) {
        return new Unread(preferences.of(userId).unread());
    }
}
