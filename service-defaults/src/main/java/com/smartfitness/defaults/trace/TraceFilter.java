package com.smartfitness.defaults.trace;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Names every request in the log, in its answer, and through the logging context in the events that it causes. */
final class TraceFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RequestTrace trace = RequestTrace.begin(request);
        response.setHeader(RequestTrace.REQUEST_ID, trace.requestId());
        response.setHeader(RequestTrace.TRACE_ID, trace.traceId());
        Map<String, String> names =
                Map.of("requestId", trace.requestId(), "traceId", trace.traceId(), "spanId", trace.spanId());
        names.forEach(MDC::put);
        try {
            chain.doFilter(request, response);
        } finally {
            names.keySet().forEach(MDC::remove);
        }
    }
}
