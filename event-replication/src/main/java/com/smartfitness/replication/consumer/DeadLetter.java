package com.smartfitness.replication.consumer;

import org.jspecify.annotations.Nullable;

/**
 * A message that was given up.
 *
 * @param id names it in the operators' API
 * @param queue the queue that it was for
 * @param type event type
 * @param subject id of the aggregate; null if not stated
 * @param publishedBy the broker's user who published it; null if not stated
 * @param attempts how often it was tried
 * @param cause why the last attempt failed
 * @param failedAt when, ISO-8601; null where the broker gave it up
 * @param data the beginning of the body
 */
public record DeadLetter(
        String id,
        String queue,
        String type,
        @Nullable String subject,
        @Nullable String publishedBy,
        int attempts,
        String cause,
        @Nullable String failedAt,
        String data) {}
