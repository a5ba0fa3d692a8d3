package com.smartfitness.replication.operations;

import com.smartfitness.replication.consumer.DeadLetter;
import com.smartfitness.replication.consumer.DeadLetters;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What operators see and do. The service that serves it restricts it to them. */
@RestController
@RequestMapping("/api/v1/replication")
public final class ReplicationController {

    private final ReplicationStatus status;
    private final DeadLetters deadLetters;
    private final @Nullable OutboxStatus outbox;

    public ReplicationController(ReplicationStatus status, DeadLetters deadLetters, @Nullable OutboxStatus outbox) {
        this.status = status;
        this.deadLetters = deadLetters;
        this.outbox = outbox;
    }

    @GetMapping
    ReplicationState state() {
        return status.state();
    }

    @GetMapping("/queues/{queue}/dead-letters")
    List<DeadLetter> deadLetters(@PathVariable String queue, @RequestParam(defaultValue = "50") int limit)
            throws IOException, InterruptedException {
        if (limit < 1 || limit > DeadLetters.REACH) {
            throw new IllegalLimitException();
        }
        return deadLetters.list(queue, limit);
    }

    @PostMapping("/queues/{queue}/dead-letters/{id}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void replay(@PathVariable String queue, @PathVariable String id) throws IOException, InterruptedException {
        deadLetters.replay(queue, id);
    }

    @DeleteMapping("/queues/{queue}/dead-letters/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable String queue, @PathVariable String id) throws IOException, InterruptedException {
        deadLetters.discard(queue, id);
    }

    /** To be called after the store was restored from a backup that looks like the store itself. */
    @PostMapping("/epoch")
    Map<String, Long> raiseEpoch() {
        if (outbox == null) {
            throw new NoOutboxException();
        }
        return Map.of("epoch", outbox.raiseEpoch());
    }

    static final class IllegalLimitException extends RuntimeException {}

    static final class NoOutboxException extends RuntimeException {}
}
