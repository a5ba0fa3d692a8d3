package com.smartfitness.branchowner.inbox.live;

import com.smartfitness.branchowner.replica.UserId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The streams that are open in this instance. */
@Component
final class LiveStreams {

    private final Map<UserId, Set<LiveStream>> open = new ConcurrentHashMap<>();
    private final LiveProperties properties;
    private volatile boolean closing;

    LiveStreams(LiveProperties properties) {
        this.properties = properties;
    }

    /** @throws TooManyStreamsException if the owner has as many as one may have */
    LiveStream open(UserId owner) {
        LiveStream stream = new LiveStream(owner, this);
        open.compute(owner, (_, known) -> {
            Set<LiveStream> streams = known == null ? ConcurrentHashMap.newKeySet() : known;
            if (streams.size() >= properties.streamsPerOwner()) {
                throw new TooManyStreamsException(properties.streamsPerOwner());
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
        open.computeIfPresent(stream.owner(), (_, streams) -> {
            streams.remove(stream);
            return streams.isEmpty() ? null : streams;
        });
    }

    void wake(UserId owner) {
        open.getOrDefault(owner, Set.of()).forEach(LiveStream::wake);
    }

    void wakeAll() {
        open.values().forEach(streams -> streams.forEach(LiveStream::wake));
    }

    /** Ends all, and those that are still to be opened: clients come back and find another instance. */
    void endAll() {
        closing = true;
        open.values().forEach(streams -> streams.forEach(LiveStream::end));
    }
}
