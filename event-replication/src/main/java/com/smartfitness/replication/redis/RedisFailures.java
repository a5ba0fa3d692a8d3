package com.smartfitness.replication.redis;

import com.smartfitness.replication.StoreUnavailableException;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.springframework.dao.DataAccessResourceFailureException;

/** Tells a Redis that is away, full or starting from a command that it refuses. */
final class RedisFailures {

    /** First words of refusals that pass by themselves or with a free disk, free memory or a new primary. */
    private static final List<String> PASSING = List.of(
            "LOADING", "BUSY", "MISCONF", "OOM", "READONLY", "MASTERDOWN", "NOREPLICAS", "CLUSTERDOWN", "TRYAGAIN");

    private RedisFailures() {}

    /** The failure itself, or that the store is not available. */
    static RuntimeException translated(Throwable failure) {
        Throwable cause = unwrapped(failure);
        if (isPassing(cause)) {
            return new StoreUnavailableException(cause);
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }

    static Throwable unwrapped(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private static boolean isPassing(Throwable failure) {
        if (failure instanceof RedisCommandExecutionException refusal) {
            String message = String.valueOf(refusal.getMessage());
            return PASSING.stream().anyMatch(word -> message.startsWith(word + " "));
        }
        return failure instanceof RedisException
                || failure instanceof IOException
                || failure instanceof DataAccessResourceFailureException;
    }
}
