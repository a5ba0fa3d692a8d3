package com.smartfitness.bench.namastack;

import com.smartfitness.events.BranchUpdatedEvent;
import java.time.Instant;

/** What crosses: the event, and in the body what event-replication has in the headers. */
record BranchChange(BranchUpdatedEvent branch, long version, Instant due) {}
