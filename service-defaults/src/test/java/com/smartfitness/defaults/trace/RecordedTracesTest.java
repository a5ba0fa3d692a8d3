package com.smartfitness.defaults.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.replication.trace.TraceContext;
import com.smartfitness.replication.trace.Traces;
import com.smartfitness.replication.trace.Traces.Kind;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordedTracesTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";
    private static final String PARENT = "00-" + TRACE + "-" + SPAN + "-01";

    private final List<SpanData> spans = new ArrayList<>();
    private final Traces traces = new RecordedTraces(SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(new Kept()))
            .build());

    private final class Kept implements SpanExporter {

        @Override
        public CompletableResultCode export(Collection<SpanData> ended) {
            spans.addAll(ended);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }

    @Test
    void haveTheIdsThatLogsAndEventsCarry() {
        TraceContext context;
        try (Traces.Span span = traces.begin("POST", Kind.SERVER, PARENT)) {
            context = span.context();
            assertThat(TraceContext.current()).contains(context);
            span.name("POST /api/v1/tasks");
            span.say("http.route", "/api/v1/tasks");
            span.fail();
        }

        SpanData span = spans.getFirst();
        assertThat(span.getName()).isEqualTo("POST /api/v1/tasks");
        assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
        assertThat(span.getTraceId()).isEqualTo(TRACE).isEqualTo(context.traceId());
        assertThat(span.getSpanId()).isEqualTo(context.spanId());
        assertThat(span.getParentSpanId()).isEqualTo(SPAN);
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(span.getAttributes().get(AttributeKey.stringKey("http.route")))
                .isEqualTo("/api/v1/tasks");
    }

    @Test
    void beginWhereNobodyHasBegun() {
        traces.begin("GET", Kind.SERVER, null).close();

        assertThat(spans.getFirst().getParentSpanContext().isValid()).isFalse();
    }

    @Test
    void noteWhatIsOver() {
        Instant from = Instant.parse("2026-11-02T12:00:00Z");

        traces.record("process any", Kind.CONSUMER, PARENT, from, from.plusSeconds(2), Map.of("queue", "q"));

        SpanData span = spans.getFirst();
        assertThat(span.getParentSpanId()).isEqualTo(SPAN);
        assertThat(span.getEndEpochNanos() - span.getStartEpochNanos()).isEqualTo(2_000_000_000L);
    }
}
