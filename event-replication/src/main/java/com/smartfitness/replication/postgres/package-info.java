/** Outbox, inbox and replicas in PostgreSQL. */
@NullMarked
package com.smartfitness.replication.postgres;

import org.jspecify.annotations.NullMarked;
