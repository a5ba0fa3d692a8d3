package com.smartfitness.replication.elasticsearch;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import com.smartfitness.replication.StoreUnavailableException;
import java.io.IOException;
import java.util.Set;

/** Tells an Elasticsearch that is away, starting, full or blocked from a request that it refuses. */
final class ElasticsearchFailures {

    /** Answers that pass by themselves, or with a free disk or the end of a move to another index. */
    private static final Set<Integer> PASSING = Set.of(403, 408, 429, 502, 503, 504);

    private ElasticsearchFailures() {}

    /** The failure itself, or that the store is not available. */
    static RuntimeException translated(Exception failure) {
        return switch (failure) {
            case ElasticsearchException refusal
            when PASSING.contains(refusal.status()) -> new StoreUnavailableException(refusal);
            case RuntimeException other -> other;
            case IOException away -> new StoreUnavailableException(away);
            default -> new IllegalStateException(failure);
        };
    }

    /** Of one part of a request of several. */
    static RuntimeException of(int status, ErrorCause cause) {
        String reason = "%s: %s".formatted(cause.type(), cause.reason());
        return PASSING.contains(status)
                ? new StoreUnavailableException(new IOException(reason))
                : new IllegalArgumentException("Elasticsearch refuses a document: " + reason);
    }
}
