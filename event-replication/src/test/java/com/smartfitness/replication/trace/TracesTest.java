package com.smartfitness.replication.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.replication.trace.Traces.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TracesTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String PARENT = "00-" + TRACE + "-b7ad6b7169203331-01";
    private static final String STORY = "00-11111111111111111111111111111111-2222222222222222-01";

    private final Traces traces = Traces.unrecorded();

    @Test
    void goOnWhereTheCallerWas() {
        try (Traces.Span span = traces.begin("any", Kind.SERVER, PARENT)) {
            assertThat(span.context().traceId()).isEqualTo(TRACE);
            assertThat(span.context().spanId()).isNotEqualTo("b7ad6b7169203331");
            assertThat(TraceContext.current()).contains(span.context());
            assertThat(TraceContext.parse(span.context().traceparent())).contains(span.context());
        }
        assertThat(TraceContext.current()).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "00-" + TRACE + "-0000000000000000-01",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "01-" + TRACE + "-b7ad6b7169203331-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01"
            })
    void beginAnewWhereTheCallerSaysNothingOfUse(String parent) {
        try (Traces.Span span = traces.begin("any", Kind.SERVER, parent)) {
            assertThat(span.context().traceId()).hasSize(32).isNotEqualTo(TRACE);
        }
    }

    @Test
    void restoreWhatWasCurrentBefore() {
        try (Traces.Span outer = traces.begin("outer", Kind.SERVER, null)) {
            try (Traces.Span inner = traces.begin("inner", Kind.INTERNAL, PARENT)) {
                assertThat(TraceContext.current()).contains(inner.context());
            }
            assertThat(TraceContext.current()).contains(outer.context());
        }
    }

    @Test
    void tellAStoryInTheTraceThatItBeganWith() {
        try (Traces.Span request = traces.begin("request", Kind.SERVER, PARENT);
                Traces.Span part = traces.tell("part", STORY)) {
            assertThat(part.context().traceId())
                    .isEqualTo("11111111111111111111111111111111")
                    .isNotEqualTo(request.context().traceId());
        }
        try (Traces.Span part = traces.tell("part", STORY)) {
            assertThat(part.context().traceId()).isEqualTo("11111111111111111111111111111111");
        }
    }

    @Test
    void tellAStoryOfUnknownBeginningInTheCurrentTrace() {
        try (Traces.Span _ = traces.begin("request", Kind.SERVER, PARENT);
                Traces.Span part = traces.tell("part", null)) {
            assertThat(part.context().traceId()).isEqualTo(TRACE);
        }
    }
}
