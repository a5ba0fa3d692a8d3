package com.smartfitness.replication.outbox;

import com.smartfitness.replication.broker.SentBatch;
import java.util.List;

/** Events that were sent together and wait for the broker's answers, in order; none in a heartbeat. */
record Flight(List<PendingEvent> events, SentBatch answers) {}
