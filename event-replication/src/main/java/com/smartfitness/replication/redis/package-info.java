/**
 * Outbox, inbox and replicas in the service's own Redis. An author uses {@link RedisChanges}: a change of the service's
 * data and the events that tell of it are one script, one round trip.
 */
@NullMarked
package com.smartfitness.replication.redis;

import org.jspecify.annotations.NullMarked;
