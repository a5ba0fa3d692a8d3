package com.smartfitness.gateway.relay;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

/** What a service has answered, as the gateway's filters see it. */
final class Answer implements ProxyExchange.Response {

    /** What the gateway has said itself by now, and would be there twice. */
    private static final Set<String> OWN = Set.of(
            "x-request-id",
            "x-trace-id",
            "x-content-type-options",
            "x-frame-options",
            "x-xss-protection",
            "strict-transport-security");

    private final HttpStatusCode status;
    private final HttpHeaders headers = new HttpHeaders();

    Answer(HttpResponse<InputStream> response) {
        status = HttpStatusCode.valueOf(response.statusCode());
        response.headers().map().forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                headers.addAll(name, values);
            }
        });
    }

    @Override
    public HttpStatusCode getStatusCode() {
        return status;
    }

    @Override
    public HttpHeaders getHeaders() {
        return headers;
    }
}
