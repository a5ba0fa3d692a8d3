package com.smartfitness.defaults.trace;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
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
    private static final Pattern PARENT =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    /** What the request says of itself, as far as that is well-formed, and fresh ids for the rest. */
    static RequestTrace begin(HttpServletRequest request) {
        String id = request.getHeader(REQUEST_ID);
        RequestTrace trace = new RequestTrace(
                id != null && SANE_ID.matcher(id).matches()
                        ? id
                        : UUID.randomUUID().toString(),
                traceId(request.getHeader(TRACE_PARENT)),
                hex());
        request.setAttribute(ATTRIBUTE, trace);
        return trace;
    }

    /** That of a request which is being answered. */
    public static @Nullable RequestTrace of(HttpServletRequest request) {
        return (RequestTrace) request.getAttribute(ATTRIBUTE);
    }

    /** What the next service is to be told as {@link #TRACE_PARENT}. */
    public String parent() {
        return "00-" + traceId + "-" + spanId + "-01";
    }

    private static String traceId(@Nullable String parent) {
        if (parent != null) {
            Matcher known = PARENT.matcher(parent);
            if (known.matches()) {
                return known.group(1);
            }
        }
        return hex() + hex();
    }

    /** 16 digits that are not all zero. */
    private static String hex() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
    }
}
