package com.smartfitness.defaults.trace;

import com.smartfitness.replication.trace.TraceContext;
import com.smartfitness.replication.trace.TraceContext.Scope;
import com.smartfitness.replication.trace.Traces;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Spans as OpenTelemetry records and exports them. */
final class RecordedTraces implements Traces, AutoCloseable {

    private final SdkTracerProvider provider;
    private final Tracer tracer;

    RecordedTraces(SdkTracerProvider provider) {
        this.provider = provider;
        this.tracer = provider.get("com.smartfitness");
    }

    private record Recorded(io.opentelemetry.api.trace.Span span, TraceContext context, Scope before) implements Span {

        @Override
        public void name(String name) {
            span.updateName(name);
        }

        @Override
        public void say(String attribute, String value) {
            span.setAttribute(attribute, value);
        }

        @Override
        public void fail() {
            span.setStatus(StatusCode.ERROR);
        }

        @Override
        public void close() {
            span.end();
            before.close();
        }
    }

    @Override
    public Span begin(String name, Kind kind, @Nullable String parent) {
        io.opentelemetry.api.trace.Span span = builder(name, kind, parent).startSpan();
        SpanContext ids = span.getSpanContext();
        TraceContext context = new TraceContext(ids.getTraceId(), ids.getSpanId());
        return new Recorded(span, context, context.enter());
    }

    @Override
    public void record(
            String name, Kind kind, String parent, Instant from, Instant to, Map<String, String> attributes) {
        SpanBuilder builder = builder(name, kind, parent).setStartTimestamp(from);
        attributes.forEach(builder::setAttribute);
        builder.startSpan().end(to);
    }

    /** Sends what is still waiting, for a few seconds at most. */
    @Override
    public void close() {
        provider.close();
    }

    private SpanBuilder builder(String name, Kind kind, @Nullable String parent) {
        SpanBuilder builder = tracer.spanBuilder(name).setSpanKind(SpanKind.valueOf(kind.name()));
        return TraceContext.parse(parent)
                .map(known -> builder.setParent(Context.root()
                        .with(io.opentelemetry.api.trace.Span.wrap(SpanContext.createFromRemoteParent(
                                known.traceId(), known.spanId(), TraceFlags.getSampled(), TraceState.getDefault())))))
                .orElseGet(builder::setNoParent);
    }
}
