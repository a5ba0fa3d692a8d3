package com.smartfitness.fleet;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Asks a service how it is, over the endpoints that operators see. */
final class Probe {

    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final URI base;
    private final HttpClient client;

    Probe(URI base, HttpClient client) {
        this.base = base;
        this.client = client;
    }

    static HttpClient.Builder client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LIMIT);
    }

    boolean isAlive() {
        return get("health/liveness").isPresent();
    }

    boolean isReady() {
        return get("health/readiness").isPresent();
    }

    /** The body of a good answer from the actuator's endpoint, or nothing. */
    Optional<String> get(String endpoint) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/actuator/" + endpoint))
                .timeout(LIMIT)
                .build();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            return response.statusCode() == 200 ? Optional.of(response.body()) : Optional.empty();
        } catch (IOException away) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
