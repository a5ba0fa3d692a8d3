package com.smartfitness.defaults.live;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;

/**
 * The streams that are open in this instance. Whoever learns that an inbox has changed wakes its user's.
 *
 * <p>Stops before the web server does, so that open streams end instead of being waited for.
 */
public final class LiveStreams implements SmartLifecycle {

    private final Map<String, Set<LiveStream>> open = new ConcurrentHashMap<>();
    private final LiveProperties properties;
    private volatile boolean running;
    private volatile boolean closing;

    LiveStreams(LiveProperties properties) {
        this.properties = properties;
    }

    /** @throws TooManyStreamsException if the user has as many as one may have */
    LiveStream open(String userId) {
        LiveStream stream = new LiveStream(userId, this);
        open.compute(userId, (_, known) -> {
            Set<LiveStream> streams = known == null ? ConcurrentHashMap.newKeySet() : known;
            if (streams.size() >= properties.streamsPerUser()) {
                throw new TooManyStreamsException(properties.streamsPerUser());
            }
            streams.add(stream);
            return streams;
        });
        if (closing) {
            stream.end();
        }
        return stream;
    }

    void forget(LiveStream stream) {
        open.computeIfPresent(stream.userId(), (_, streams) -> {
            streams.remove(stream);
            return streams.isEmpty() ? null : streams;
        });
    }

    /** Who has a stream open here. */
    public Set<String> users() {
        return Set.copyOf(open.keySet());
    }

    /** Says that there may be news for a user. */
    public void wake(String userId) {
        open.getOrDefault(userId, Set.of()).forEach(LiveStream::wake);
    }

    /** Says that there may be news for anybody. */
    public void wakeAll() {
        open.values().forEach(streams -> streams.forEach(LiveStream::wake));
    }

    @Override
    public void start() {
        running = true;
    }

    /** Ends all, and those that are still to be opened: clients come back and find another instance. */
    @Override
    public void stop() {
        closing = true;
        running = false;
        open.values().forEach(streams -> streams.forEach(LiveStream::end));
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
