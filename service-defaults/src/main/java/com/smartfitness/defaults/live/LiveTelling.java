package com.smartfitness.defaults.live;

import static java.util.Objects.requireNonNull;

import com.smartfitness.defaults.live.LiveInbox.LiveEntry;
import com.smartfitness.defaults.problem.ProblemException;
import com.smartfitness.defaults.problem.StoreOutage;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.jwt.Jwt;
import tools.jackson.databind.json.JsonMapper;

/** Tells a client what its user is told, reading from the store as fast as the client takes it. */
public final class LiveTelling {

    private static final Logger log = LoggerFactory.getLogger(LiveTelling.class);
    private static final int PORTION = 100;

    private final LiveInbox inbox;
    private final LiveStreams streams;
    private final LiveProperties properties;
    private final Clock clock;
    private final JsonMapper json;

    LiveTelling(LiveInbox inbox, LiveStreams streams, LiveProperties properties, Clock clock, JsonMapper json) {
        this.inbox = inbox;
        this.streams = streams;
        this.properties = properties;
        this.clock = clock;
        this.json = json;
    }

    /**
     * Answers with server-sent events: {@code entry} with an entry and its id, {@code unread} with the counts at the
     * beginning and whenever they change, comments while nothing happens. Returns when the token has expired, the user
     * may not see the inbox any more, the instance stops, or the client is gone. A store that is away is waited for: a
     * client whose stream were cut would only come back and be refused.
     *
     * @param token of the user
     * @param after the last entry that the client knows; null for what comes next
     * @throws ProblemException if the user may not see the inbox, or has too many streams open
     */
    public void tell(Jwt token, @Nullable Long after, HttpServletResponse response) throws InterruptedException {
        String userId = requireNonNull(token.getSubject());
        inbox.require(userId);
        try (LiveStream stream = streams.open(userId)) {
            long begin = after == null ? inbox.last(userId) : after;
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            tell(
                    stream,
                    begin,
                    requireNonNull(token.getExpiresAt()),
                    new EventWriter(response.getOutputStream(), json));
        } catch (IOException e) {
            log.debug("A client has left its stream", e);
        }
    }

    private void tell(LiveStream stream, long after, Instant until, EventWriter client)
            throws IOException, InterruptedException {
        client.begin();
        long told = after;
        @Nullable Object counted = null;
        while (stream.isOpen() && clock.instant().isBefore(until)) {
            try {
                inbox.require(stream.userId());
                told = tellEntries(stream, told, client);
                counted = tellCounts(stream, counted, client);
            } catch (ProblemException e) {
                return;
            } catch (RuntimeException e) {
                if (!StoreOutage.isBehind(e)) {
                    throw e;
                }
                log.warn("An inbox cannot be read, its stream waits: {}", e.toString());
            }
            if (!stream.awaitNews(pause(until))) {
                client.keepAlive();
            }
        }
    }

    private long tellEntries(LiveStream stream, long after, EventWriter client) throws IOException {
        long told = after;
        List<LiveEntry> portion;
        do {
            portion = inbox.after(stream.userId(), told, PORTION);
            for (LiveEntry entry : portion) {
                client.entry(entry);
                told = entry.id();
            }
            client.flush();
        } while (portion.size() == PORTION && stream.isOpen());
        return told;
    }

    private Object tellCounts(LiveStream stream, @Nullable Object before, EventWriter client) throws IOException {
        Object now = inbox.unread(stream.userId());
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
