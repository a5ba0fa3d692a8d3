package com.smartfitness.replication;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a bean that does something when an event arrives, once an event whatever is redelivered: its {@code void
 * on(...)} methods run in the transaction that remembers the event. An effect that must never happen twice, even after
 * the inbox has forgotten, carries a unique business key of its own.
 *
 * <p>On Redis a method enlists its change ({@code RedisChanges.enlist}), which is made together with that memory.
 *
 * <p>Unlike a {@link Replica} a reaction is not caught up by snapshots: it sees what its queue has kept.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Reaction {

    /** Queue without the service's prefix: {@code rewards} is {@code helper.rewards} in helper-service. */
    String queue();
}
