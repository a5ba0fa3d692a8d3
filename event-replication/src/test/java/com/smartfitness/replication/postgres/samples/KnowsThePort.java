package com.smartfitness.replication.postgres.samples;

import com.smartfitness.replication.inbox.samples.KnowsPostgres;
import org.jspecify.annotations.Nullable;

/** An adapter that knows its port, as it should. */
public record KnowsThePort(@Nullable KnowsPostgres port) {}
