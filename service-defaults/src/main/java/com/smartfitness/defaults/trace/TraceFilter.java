package com.smartfitness.defaults.trace;

import com.smartfitness.replication.trace.Traces;
import com.smartfitness.replication.trace.Traces.Kind;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Names every request in the log, in its answer, and through the logging context in the events that it causes. */
final class TraceFilter extends OncePerRequestFilter {

    private static final String REQUEST = "requestId";
    private static final int FIRST_FAILURE = 500;

    private final Traces traces;

    TraceFilter(Traces traces) {
        this.traces = traces;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String parent = request.getHeader(RequestTrace.TRACE_PARENT);
        try (Traces.Span span = traces.begin(request.getMethod(), Kind.SERVER, parent)) {
            RequestTrace trace = RequestTrace.begin(request, span.context());
            response.setHeader(RequestTrace.REQUEST_ID, trace.requestId());
            response.setHeader(RequestTrace.TRACE_ID, trace.traceId());
            MDC.put(REQUEST, trace.requestId());
            try {
                chain.doFilter(request, response);
            } finally {
                describe(span, request, response);
                MDC.remove(REQUEST);
            }
        }
    }

    /** By the route, not by the path, which may name whom it is about. */
    private static void describe(Traces.Span span, HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String route) {
            span.name(request.getMethod() + " " + route);
            span.say("http.route", route);
        }
        span.say("http.request.method", request.getMethod());
        span.say("http.response.status_code", Integer.toString(response.getStatus()));
        if (response.getStatus() >= FIRST_FAILURE) {
            span.fail();
        }
    }
}
