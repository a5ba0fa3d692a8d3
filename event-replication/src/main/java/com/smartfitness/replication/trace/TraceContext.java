package com.smartfitness.replication.trace;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * A place in a trace. The current one of a thread is in its logging context, so that every log line names it.
 *
 * @param traceId 32 hexadecimal digits, not all zero
 * @param spanId 16 hexadecimal digits, not all zero
 */
public record TraceContext(String traceId, String spanId) {

    private static final String TRACE = "traceId";
    private static final String SPAN = "spanId";
    private static final Pattern PARENT =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}");

    /** Reads a {@code traceparent}; empty where it is none. */
    public static Optional<TraceContext> parse(@Nullable String traceparent) {
        Matcher known = PARENT.matcher(traceparent == null ? "" : traceparent);
        return known.matches() ? Optional.of(new TraceContext(known.group(1), known.group(2))) : Optional.empty();
    }

    /** The beginning of a trace that nobody else has. */
    public static TraceContext fresh() {
        return new TraceContext(digits() + digits(), digits());
    }

    /** What this thread is doing; empty where that belongs to no trace. */
    public static Optional<TraceContext> current() {
        String trace = MDC.get(TRACE);
        String span = MDC.get(SPAN);
        return trace == null || span == null ? Optional.empty() : Optional.of(new TraceContext(trace, span));
    }

    /** Another place in the same trace. */
    public TraceContext child() {
        return new TraceContext(traceId, digits());
    }

    /** As the header {@code traceparent}, sampled. */
    public String traceparent() {
        return "00-" + traceId + "-" + spanId + "-01";
    }

    /** Makes it the current one of this thread until it is closed. */
    public Scope enter() {
        Scope before = new Scope(MDC.get(TRACE), MDC.get(SPAN));
        MDC.put(TRACE, traceId);
        MDC.put(SPAN, spanId);
        return before;
    }

    /** What was current before. */
    public record Scope(@Nullable String traceId, @Nullable String spanId) implements AutoCloseable {

        @Override
        public void close() {
            restore(TRACE, traceId);
            restore(SPAN, spanId);
        }

        private static void restore(String key, @Nullable String value) {
            if (value == null) {
                MDC.remove(key);
            } else {
                MDC.put(key, value);
            }
        }
    }

    /** 16 digits that are not all zero. */
    private static String digits() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
    }
}
