package com.smartfitness.replication.trace;

import com.smartfitness.replication.trace.TraceContext.Scope;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes ids, which logs and events carry. */
final class UnrecordedTraces implements Traces {

    private record Unrecorded(TraceContext context, Scope before) implements Span {

        @Override
        public void name(String name) {
            // Nobody asks.
        }

        @Override
        public void say(String attribute, String value) {
            // Nobody asks.
        }

        @Override
        public void fail() {
            // Nobody asks.
        }

        @Override
        public void close() {
            before.close();
        }
    }

    @Override
    public Span begin(String name, Kind kind, @Nullable String parent) {
        TraceContext context =
                TraceContext.parse(parent).map(TraceContext::child).orElseGet(TraceContext::fresh);
        return new Unrecorded(context, context.enter());
    }

    @Override
    public void record(
            String name, Kind kind, String parent, Instant from, Instant to, Map<String, String> attributes) {
        // Nobody asks.
    }
}
