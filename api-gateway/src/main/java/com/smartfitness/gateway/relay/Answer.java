package com.smartfitness.gateway.relay;

import java.io.InputStream;
import java.net.http.HttpResponse;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

/** What a service has answered, as the gateway's filters see it. */
final class Answer implements ProxyExchange.Response {

    private final HttpStatusCode status;
    private final HttpHeaders headers = new HttpHeaders();

    Answer(HttpResponse<InputStream> response) {
        status = HttpStatusCode.valueOf(response.statusCode());
        response.headers().map().forEach(headers::addAll);
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
