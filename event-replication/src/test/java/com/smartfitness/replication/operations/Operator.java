package com.smartfitness.replication.operations;

import com.smartfitness.replication.RunningService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who uses the operators' API of a running service.
 *
 * @param port of the service
 */
public record Operator(int port) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    Operator(RunningService service) {
        this(service.port());
    }

    public HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://localhost:%d/api/v1/replication%s".formatted(port, path));
        HttpRequest request = HttpRequest.newBuilder(uri)
                .method(method, BodyPublishers.noBody())
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    public JsonNode get(String path) throws IOException, InterruptedException {
        return body(send("GET", path));
    }

    static JsonNode body(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }
}
