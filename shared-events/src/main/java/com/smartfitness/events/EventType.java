package com.smartfitness.events;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name under which an event record travels, and what the broker is asked to do with it. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EventType {

    /** Type and routing key, {@code <service>.<what-happened>.v<version>}, e.g. {@code auth.user-created.v1}. */
    String value();

    /** Kind of aggregate that the event is about, e.g. {@code user}; its events share one version counter. */
    String aggregate();

    /** Whether the event ends its aggregate: replicas forget the row and remember only the version. */
    boolean tombstone() default false;

    /** Whether at least one consumer must exist: without one the event waits in the outbox instead of being lost. */
    boolean requiresConsumer() default true;
}
