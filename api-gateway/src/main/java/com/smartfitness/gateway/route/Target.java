package com.smartfitness.gateway.route;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * The service behind a route, with what holds for it.
 *
 * @param name under which its documents are reached
 * @param url scheme, host and port
 * @param largestBody of a request
 * @param read from the end of the request until the answer begins
 */
public record Target(String name, URI url, DataSize largestBody, Duration read) {

    private static final String ATTRIBUTE = Target.class.getName();

    ServerRequest mark(ServerRequest request) {
        request.attributes().put(ATTRIBUTE, this);
        return request;
    }

    /** Of a request that a route leads on. */
    public static Target of(ServerRequest request) {
        @Nullable Object target = request.attributes().get(ATTRIBUTE);
        if (target instanceof Target known) {
            return known;
        }
        throw new IllegalStateException("No route leads on " + request.path());
    }
}
