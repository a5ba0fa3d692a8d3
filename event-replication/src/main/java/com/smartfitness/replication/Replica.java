package com.smartfitness.replication;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a bean that keeps a copy of one kind of aggregate of another service. Its {@code on(...)} methods turn events
 * into rows: each takes an event record, or a sealed interface over several, and returns a record whose components are
 * columns of {@link #table()}, or {@code null} where the aggregate is not to be kept. A tombstone deletes the row
 * without a call.
 *
 * <p>Versions, duplicates, order, snapshots and gaps are taken care of; the methods must be pure.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Replica {

    /** Queue without the service's prefix: {@code tasks} is {@code mlops.tasks} in mlops-service. */
    String queue();

    /** Table with the aggregate's id as its primary key, a single text column; in Redis, the name of a hash. */
    String table();

    /** Whether events without a version are taken from producers outside this code base, if the row is absent. */
    boolean acceptsOutsiders() default false;

    /** Whether the service waits with being ready until the copy is complete. Not for what is shown and decides nothing. */
    boolean completeBeforeReady() default true;
}
