package com.smartfitness.replication.operations;

import com.smartfitness.replication.StoreUnavailableException;
import com.smartfitness.replication.consumer.DeadLetterNotFoundException;
import com.smartfitness.replication.consumer.DeadLetters;
import java.io.IOException;
import java.net.URI;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What operators are told when something cannot be done. */
@RestControllerAdvice(assignableTypes = {ReplicationController.class, RebuildController.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class OperatorsProblems {

    @ExceptionHandler
    ProblemDetail notFound(DeadLetterNotFoundException e) {
        return problem(HttpStatus.NOT_FOUND, "dead-letter-not-found", String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail noOutbox(ReplicationController.NoOutboxException e) {
        return problem(HttpStatus.NOT_FOUND, "no-outbox", "This process publishes nothing, so it has no epoch.");
    }

    @ExceptionHandler
    ProblemDetail illegalLimit(ReplicationController.IllegalLimitException e) {
        return problem(
                HttpStatus.BAD_REQUEST, "illegal-limit", "The limit must be between 1 and " + DeadLetters.REACH + ".");
    }

    @ExceptionHandler
    ProblemDetail unknownReplica(RebuildController.UnknownReplicaException e) {
        return problem(HttpStatus.NOT_FOUND, "replica-not-found", "This service keeps no replica of this name.");
    }

    @ExceptionHandler
    ProblemDetail notCancellable(RebuildController.NotCancellableException e) {
        return problem(
                HttpStatus.CONFLICT,
                "not-cancellable",
                e.snapshotRuns()
                        ? "The replica is not complete without the snapshot that runs."
                        : "No rebuild of this replica runs.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> brokerAway(IOException e) {
        return away("broker-unavailable", "The broker cannot be reached. Nothing was changed; try again later.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> storeAway(StoreUnavailableException e) {
        return away("store-unavailable", "The store cannot be reached. Nothing was changed; try again later.");
    }

    private static ResponseEntity<ProblemDetail> away(String type, String detail) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header("Retry-After", "5")
                .body(problem(HttpStatus.SERVICE_UNAVAILABLE, type, detail));
    }

    private static ProblemDetail problem(HttpStatus status, String type, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:fleet:problem:" + type));
        return problem;
    }
}
