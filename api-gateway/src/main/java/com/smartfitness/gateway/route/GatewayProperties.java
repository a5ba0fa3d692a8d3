package com.smartfitness.gateway.route;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What the gateway is told.
 *
 * @param services by the name under which their API documents and replication are reached
 * @param largestBody of a request where its service says nothing else; a larger one is refused
 * @param timeouts how long a service may take
 */
@Validated
@ConfigurationProperties("gateway")
public record GatewayProperties(
        @NotEmpty Map<String, @Valid Service> services, DataSize largestBody, Timeouts timeouts) {

    /**
     * A service behind the gateway.
     *
     * @param url scheme, host and port
     * @param paths patterns of what it answers
     * @param largestBody of a request, where it is not that of all
     * @param read until its answer begins, where it is not that of all
     */
    public record Service(
            URI url,
            @NotEmpty List<String> paths,
            @Nullable DataSize largestBody,
            @Nullable Duration read) {}

    /**
     * A service, with what holds for it.
     *
     * @throws IllegalArgumentException where there is none of the name
     */
    public Target target(String name) {
        Service service = services.get(name);
        if (service == null) {
            throw new IllegalArgumentException("There is no service " + name);
        }
        return new Target(
                name,
                service.url(),
                service.largestBody() == null ? largestBody : service.largestBody(),
                service.read() == null ? timeouts.read() : service.read());
    }

    /**
     * How long a service may take.
     *
     * @param connect until a connection is made
     * @param read where its service says nothing else, from the end of the request until the answer begins
     * @param upload for the request's body
     * @param body for the answer's body, unless it is a stream of events, which may take for ever
     */
    public record Timeouts(Duration connect, Duration read, Duration upload, Duration body) {}
}
