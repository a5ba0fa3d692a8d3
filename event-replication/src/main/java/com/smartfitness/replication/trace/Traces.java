package com.smartfitness.replication.trace;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where spans go. Unless a service is told where, nobody records them; logs and events carry their ids all the same. */
public interface Traces {

    /** What somebody does for somebody else: another process asks, or has left a message, or it is the same process. */
    enum Kind {
        SERVER,
        CONSUMER,
        INTERNAL
    }

    /** Something that takes time, current on its thread until it is closed. */
    interface Span extends AutoCloseable {

        /** Its place in the trace. */
        TraceContext context();

        /** Gives it another name, once it is known what it is. */
        void name(String name);

        /** Says more of it, under a name of OpenTelemetry's semantic conventions where there is one. */
        void say(String attribute, String value);

        /** Marks it as failed. */
        void fail();

        @Override
        void close();
    }

    /**
     * Begins a span on this thread.
     *
     * @param parent a {@code traceparent}; anything else begins a new trace
     */
    Span begin(String name, Kind kind, @Nullable String parent);

    /**
     * Begins a span of the story that a thing has, e.g. a task from its photo to its confirmation: in the trace that the
     * story began with, whoever goes on with it. Within another trace, that one is named as linked.
     *
     * @param story the {@code traceparent} that was kept when the story began; where there is none it goes on in the
     *     current trace
     */
    default Span tell(String name, @Nullable String story) {
        TraceContext current = TraceContext.current().orElse(null);
        if (current == null) {
            return begin(name, Kind.INTERNAL, story);
        }
        boolean within = TraceContext.parse(story)
                .map(began -> began.traceId().equals(current.traceId()))
                .orElse(true);
        Span span = begin(name, Kind.INTERNAL, within ? current.traceparent() : story);
        if (!within) {
            span.say("linked.trace_id", current.traceId());
        }
        return span;
    }

    /** Notes a span that is over. */
    void record(String name, Kind kind, String parent, Instant from, Instant to, Map<String, String> attributes);

    /** Ids in logs and events, and no records. */
    static Traces unrecorded() {
        return new UnrecordedTraces();
    }
}
