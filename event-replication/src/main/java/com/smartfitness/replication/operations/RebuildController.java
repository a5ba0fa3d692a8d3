package com.smartfitness.replication.operations;

import com.smartfitness.replication.replica.ReplicaProgress;
import com.smartfitness.replication.replica.ReplicaWork;
import java.net.URI;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Fills replicas anew while they are read. The service that serves it restricts it to operators. */
@RestController
@RequestMapping("/api/v1/replication/replicas/{replica}/rebuild")
public final class RebuildController {

    private final List<ReplicaWork> replicas;

    public RebuildController(List<ReplicaWork> replicas) {
        this.replicas = List.copyOf(replicas);
    }

    /** Begins a rebuild, or joins the snapshot that runs; whichever instance consumes carries it out. */
    @PostMapping
    ResponseEntity<ReplicaProgress> rebuild(@PathVariable String replica) {
        URI progress =
                ServletUriComponentsBuilder.fromCurrentRequestUri().build().toUri();
        return ResponseEntity.accepted()
                .location(URI.create(progress.getRawPath()))
                .body(find(replica).rebuild());
    }

    @GetMapping
    ReplicaProgress progress(@PathVariable String replica) {
        return find(replica).storedProgress();
    }

    /** Server-sent events {@code progress}, and {@code ended} at the end, with the progress as data. */
    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(@PathVariable String replica) {
        return ProgressStream.of(find(replica));
    }

    /** What has been carried until now stays. */
    @DeleteMapping
    ReplicaProgress cancel(@PathVariable String replica) {
        ReplicaWork work = find(replica);
        ReplicaProgress before = work.storedProgress();
        if (!before.mayBeCancelled()) {
            throw new NotCancellableException(before.running());
        }
        return work.cancelRebuild();
    }

    private ReplicaWork find(String name) {
        return replicas.stream()
                .filter(work -> work.replica().name().equals(name))
                .findFirst()
                .orElseThrow(UnknownReplicaException::new);
    }

    static final class UnknownReplicaException extends RuntimeException {}

    static final class NotCancellableException extends RuntimeException {

        private final boolean snapshotRuns;

        NotCancellableException(boolean snapshotRuns) {
            this.snapshotRuns = snapshotRuns;
        }

        boolean snapshotRuns() {
            return snapshotRuns;
        }
    }
}
