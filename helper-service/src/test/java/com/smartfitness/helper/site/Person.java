package com.smartfitness.helper.site;

import com.smartfitness.testing.stores.Eventually;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A user who calls the service over HTTP, signed in or, without an authorization, not. */
public record Person(int port, String id, @Nullable String authorization) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String BOUNDARY = "----photo";

    /** What was answered. */
    public record Answer(int status, HttpResponse<byte[]> response) {

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String text(String field) {
            return json().path(field).asString("");
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        @Override
        public String toString() {
            return status + " " + new String(response.body(), StandardCharsets.UTF_8);
        }
    }

    public Answer upload(byte[] photo) {
        return upload(photo, Map.of());
    }

    public Answer upload(byte[] photo, Map<String, String> headers) {
        return upload("photo", photo, headers);
    }

    public Answer upload(String part, byte[] photo, Map<String, String> headers) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("""
                --%s\r
                Content-Disposition: form-data; name="%s"; filename="laundry.jpg"\r
                Content-Type: image/jpeg\r
                \r
                """.formatted(BOUNDARY, part).getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(photo);
        body.writeBytes("\r\n--%s--\r\n".formatted(BOUNDARY).getBytes(StandardCharsets.US_ASCII));
        HttpRequest.Builder request = request("/api/v1/tasks")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()));
        headers.forEach(request::header);
        return send(request);
    }

    /** Sends in a photo and waits for the model's judgement; returns the task's id. */
    public String judgedTask(byte[] photo) {
        Answer uploaded = upload(photo);
        if (uploaded.status() != 201) {
            throw new AssertionError(uploaded.toString());
        }
        String task = uploaded.text("taskId");
        awaitStatus(task, "JUDGED");
        return task;
    }

    public JsonNode awaitStatus(String task, String status) {
        return Eventually.becomes(
                task + " is " + status,
                () -> get("/api/v1/tasks/" + task).json(),
                found -> found.path("status").asString("").equals(status));
    }

    public Answer confirm(String task, String body) {
        return send(request("/api/v1/tasks/%s/confirmation".formatted(task))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    public Answer confirmAll(String body) {
        return send(request("/api/v1/tasks/confirmations")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** Any request, without a body. */
    public Answer send(String method, String path) {
        return send(request(path).method(method, BodyPublishers.noBody()));
    }

    /** The laundry model that is in use, and what is refused. */
    public JsonNode model() {
        return get("/actuator/info").json().path("laundryModel");
    }

    public void awaitModel(String version) {
        Eventually.becomes(
                "model " + version,
                this::model,
                model -> model.path("version").asString("").equals(version));
    }

    public long balance() {
        return get("/api/v1/balance").json().path("amount").asLong(-1);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
