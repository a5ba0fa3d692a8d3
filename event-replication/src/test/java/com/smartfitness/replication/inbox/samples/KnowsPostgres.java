package com.smartfitness.replication.inbox.samples;

import com.smartfitness.replication.postgres.samples.KnowsThePort;

/** A port that knows an adapter of its own, which must be rejected. */
public record KnowsPostgres(KnowsThePort adapter) {}
