package com.smartfitness.defaults.trace;

import com.smartfitness.replication.trace.TraceContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * By what a request is found again, in logs and with those who complain about it.
 *
 * @param requestId one for what a client asked for, whichever services it reaches; the client may choose it
 * @param traceId of the trace, 32 hexadecimal digits (W3C Trace Context)
 * @param spanId of this service's part of it, 16 hexadecimal digits
 */
public record RequestTrace(String requestId, String traceId, String spanId) {

    /** Carries the request's id, in both directions. */
    public static final String REQUEST_ID = "X-Request-Id";

    /** Carries the trace on to the next service. */
    public static final String TRACE_PARENT = "traceparent";

    /** Tells the client the trace's id. */
    public static final String TRACE_ID = "X-Trace-Id";

    private static final String ATTRIBUTE = RequestTrace.class.getName();
    private static final Pattern SANE_ID = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    /** A request at a place in its trace, under the id that it brings, if that is well-formed, or a fresh one. */
    static RequestTrace begin(HttpServletRequest request, TraceContext context) {
        String id = request.getHeader(REQUEST_ID);
        RequestTrace trace = new RequestTrace(
                id != null && SANE_ID.matcher(id).matches()
                        ? id
                        : UUID.randomUUID().toString(),
                context.traceId(),
                context.spanId());
        request.setAttribute(ATTRIBUTE, trace);
        return trace;
    }

    /** That of a request which is being answered. */
    public static @Nullable RequestTrace of(HttpServletRequest request) {
        return (RequestTrace) request.getAttribute(ATTRIBUTE);
    }

    /** What the next service is to be told as {@link #TRACE_PARENT}. */
    public String parent() {
        return new TraceContext(traceId, spanId).traceparent();
    }
}
