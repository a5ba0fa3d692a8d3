package com.smartfitness.access.gate;

import com.smartfitness.access.store.Store;
import com.smartfitness.access.store.StreamTail;
import com.smartfitness.access.store.Streams;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.stream.ByteRecord;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The command streams that terminals keep open at this instance; commands may come from any instance. */
@Component
class CommandStreams extends StreamTail {

    private static final Duration RENEWAL = Duration.ofHours(1);

    private final Store store;
    private final Duration validity;
    private final Clock clock;
    private final Map<String, CommandStream> open = new ConcurrentHashMap<>();

    CommandStreams(Store store, GateProperties properties, Clock clock) {
        super(store, store.key("commands"), RENEWAL);
        this.store = store;
        this.validity = properties.command();
        this.clock = clock;
    }

    /**
     * Opens a gate's stream in the place of an older one, with the commands that are still good.
     *
     * @param lastSeen id of the last command that the terminal has received, if it has
     */
    SseEmitter open(String gateId, @Nullable String lastSeen) {
        CommandStream stream = new CommandStream(lastSeen == null ? oldestGood() : lastSeen);
        CommandStream before = open.put(gateId, stream);
        if (before != null) {
            before.end();
        }
        stream.whenOver(() -> open.remove(gateId, stream));
        recent().stream().filter(added -> isFor(added, gateId)).forEach(stream::send);
        return stream.emitter();
    }

    @Override
    protected String begin(String now) {
        recent().forEach(this::follow);
        return now;
    }

    @Override
    protected void follow(ByteRecord added) {
        CommandStream stream = open.get(Streams.field(added, "gate"));
        if (stream != null) {
            stream.send(added);
        }
    }

    /** Ends the streams too: terminals connect again, and the server need not wait for them. */
    @Override
    public void stop() {
        super.stop();
        open.values().forEach(CommandStream::end);
    }

    /** Shows terminals and proxies in between that the streams live, and this instance which terminals are gone. */
    @Scheduled(fixedDelayString = "${gate.heartbeat:10s}")
    void beat() {
        open.values().forEach(CommandStream::beat);
    }

    private List<ByteRecord> recent() {
        return Streams.after(store, store.key("commands"), oldestGood());
    }

    private String oldestGood() {
        return clock.instant().minus(validity).toEpochMilli() + "-0";
    }

    private static boolean isFor(ByteRecord added, String gateId) {
        return gateId.equals(Streams.field(added, "gate"));
    }
}
