package com.smartfitness.branchowner.inbox.live;

import com.smartfitness.branchowner.inbox.Entry;
import com.smartfitness.branchowner.inbox.InboxRepository;
import com.smartfitness.branchowner.inbox.UnreadCounts;
import com.smartfitness.branchowner.replica.KnownUsers;
import com.smartfitness.defaults.problem.ProblemException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Tells a stream what has been told to its owner, reading from the store as fast as the client takes it. */
@Component
final class LiveInbox {

    private static final Logger log = LoggerFactory.getLogger(LiveInbox.class);
    private static final int PORTION = 100;

    private final InboxRepository inboxes;
    private final KnownUsers users;
    private final LiveProperties properties;
    private final Clock clock;

    LiveInbox(InboxRepository inboxes, KnownUsers users, LiveProperties properties, Clock clock) {
        this.inboxes = inboxes;
        this.users = users;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Tells until the stream is ended, its time is over, or its owner may not see it any more. A store that is away is
     * waited for: a client whose stream were cut would only come back and be refused.
     *
     * @param after the last entry that the client knows
     * @param until when the client's token expires
     * @throws IOException when the client is gone
     */
    void tell(LiveStream stream, long after, Instant until, EventWriter client)
            throws IOException, InterruptedException {
        client.begin();
        long told = after;
        @Nullable UnreadCounts counted = null;
        while (stream.isOpen() && clock.instant().isBefore(until)) {
            try {
                users.requireActive(stream.owner());
                told = tellEntries(stream, told, client);
                counted = tellCounts(stream, counted, client);
            } catch (ProblemException e) {
                return;
            } catch (DataAccessException e) {
                log.warn("An inbox cannot be read, its stream waits: {}", e.toString());
            }
            if (!stream.awaitNews(pause(until))) {
                client.keepAlive();
            }
        }
    }

    private long tellEntries(LiveStream stream, long after, EventWriter client) throws IOException {
        long told = after;
        List<Entry> portion;
        do {
            portion = inboxes.after(stream.owner(), told, PORTION);
            for (Entry entry : portion) {
                client.entry(entry);
                told = entry.entryId();
            }
            client.flush();
        } while (portion.size() == PORTION && stream.isOpen());
        return told;
    }

    private UnreadCounts tellCounts(LiveStream stream, @Nullable UnreadCounts before, EventWriter client)
            throws IOException {
        UnreadCounts now = inboxes.unread(stream.owner());
        if (!now.equals(before)) {
            client.unread(now);
            client.flush();
        }
        return now;
    }

    private Duration pause(Instant until) {
        Duration left = Duration.between(clock.instant(), until);
        return left.compareTo(properties.keepAlive()) < 0 ? left : properties.keepAlive();
    }
}
