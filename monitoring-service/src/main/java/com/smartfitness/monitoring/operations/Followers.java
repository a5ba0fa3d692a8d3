package com.smartfitness.monitoring.operations;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/** Who follows what happens, over server-sent events. */
@Component
class Followers {

    /** An access token lasts as long; a client that wants more signs in again. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final List<SseEmitter> all = new CopyOnWriteArrayList<>();

    SseEmitter add() {
        SseEmitter follower = new SseEmitter(LONGEST.toMillis());
        follower.onCompletion(() -> all.remove(follower));
        follower.onTimeout(follower::complete);
        follower.onError(_ -> all.remove(follower));
        all.add(follower);
        // Sent at once, so that the client knows that it is heard.
        send(follower, SseEmitter.event().comment("following"));
        return follower;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Tells all of them. */
    void tell(String name, Object data) {
        all.forEach(follower -> tell(follower, name, data));
    }

    /** Tells one of them. */
    void tell(SseEmitter follower, String name, Object data) {
        send(follower, SseEmitter.event().name(name).data(data));
    }

    /** Keeps proxies from closing the streams, and finds out who is gone. */
    void keepAlive() {
        all.forEach(follower -> send(follower, SseEmitter.event().comment("")));
    }

    private void send(SseEmitter follower, SseEventBuilder event) {
        try {
            follower.send(event);
        } catch (IOException | IllegalStateException gone) {
            all.remove(follower);
        }
    }
}
