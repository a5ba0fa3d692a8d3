package com.smartfitness.access.gate;

import com.smartfitness.access.store.Streams;
import java.io.IOException;
import java.util.Comparator;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.data.redis.connection.stream.ByteRecord;
import org.springframework.data.redis.connection.stream.RecordId;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One terminal's stream: each command once, in order, whoever brings it. */
final class CommandStream {

    private static final Comparator<RecordId> ORDER =
            Comparator.<RecordId>comparingLong(RecordId::getTimestamp).thenComparingLong(RecordId::getSequence);

    private final SseEmitter emitter = new SseEmitter(0L);
    private final ReentrantLock sending = new ReentrantLock();
    private RecordId last;

    CommandStream(String last) {
        this.last = RecordId.of(last);
    }

    SseEmitter emitter() {
        return emitter;
    }

    void whenOver(Runnable action) {
        emitter.onCompletion(action);
        emitter.onTimeout(action);
        emitter.onError(_ -> action.run());
    }

    void send(ByteRecord command) {
        sending.lock();
        try {
            if (ORDER.compare(command.getId(), last) > 0) {
                emitter.send(SseEmitter.event()
                        .id(command.getId().getValue())
                        .name("open")
                        .data(Streams.field(command, "command")));
                last = command.getId();
            }
        } catch (IOException | IllegalStateException gone) {
            emitter.completeWithError(gone);
        } finally {
            sending.unlock();
        }
    }

    void beat() {
        sending.lock();
        try {
            emitter.send(SseEmitter.event().comment(""));
        } catch (IOException | IllegalStateException gone) {
            emitter.completeWithError(gone);
        } finally {
            sending.unlock();
        }
    }

    void end() {
        emitter.complete();
    }
}
