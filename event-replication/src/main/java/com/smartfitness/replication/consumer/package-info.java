/** Queues into handlers: batches, retries, dead letters and gaps. */
@NullMarked
package com.smartfitness.replication.consumer;

import org.jspecify.annotations.NullMarked;
