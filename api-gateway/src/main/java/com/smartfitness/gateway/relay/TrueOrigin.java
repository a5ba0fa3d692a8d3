package com.smartfitness.gateway.relay;

import com.smartfitness.defaults.trace.RequestTrace;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * Takes away what a client says of itself and its way here, and tells services what is true: where the client is, and
 * under which name, port and protocol it reached the gateway, so that links they make are right for it.
 */
@Component
final class TrueOrigin implements RequestHttpHeadersFilter, Ordered {

    private static final Set<String> NAMES =
            Set.of("forwarded", "x-real-ip", "x-original-url", "x-rewrite-url", "x-http-method-override", "expect");

    private static final Set<String> PREFIXES = Set.of("x-forwarded-", "x-user-", "x-trace-");

    @Override
    public HttpHeaders apply(HttpHeaders headers, ServerRequest request) {
        HttpHeaders told = new HttpHeaders();
        headers.forEach((name, values) -> {
            if (!isClaim(name.toLowerCase(Locale.ROOT))) {
                told.addAll(name, values);
            }
        });
        HttpServletRequest client = request.servletRequest();
        told.set("X-Forwarded-For", client.getRemoteAddr());
        told.set("X-Forwarded-Proto", client.getScheme());
        told.set("X-Forwarded-Host", client.getServerName());
        told.set("X-Forwarded-Port", Integer.toString(client.getServerPort()));
        RequestTrace trace = RequestTrace.of(client);
        if (trace != null) {
            told.set(RequestTrace.REQUEST_ID, trace.requestId());
            told.set(RequestTrace.TRACE_PARENT, trace.parent());
        }
        return told;
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    private static boolean isClaim(String name) {
        return NAMES.contains(name) || PREFIXES.stream().anyMatch(name::startsWith);
    }
}
