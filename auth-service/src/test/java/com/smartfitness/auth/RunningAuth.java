package com.smartfitness.auth;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An instance of the service in this process, spoken to over HTTP. */
public final class RunningAuth implements AutoCloseable {

    private static final HttpClient http = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;

    RunningAuth(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** What the service answered. */
    public record Answer(int status, String type, String body) {

        public JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        /** The last part of the problem's type. */
        public String problem() {
            return json().path("type").asString().replace("urn:fleet:problem:", "");
        }
    }

    public Answer post(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    public Answer get(String path) {
        return send(request(path).build());
    }

    public Answer get(String path, String token) {
        return send(request(path).header("Authorization", "Bearer " + token).build());
    }

    public Answer signIn(String email, String password) {
        return post(
                "/api/v1/tokens",
                JsonMapper.shared()
                        .createObjectNode()
                        .put("email", email)
                        .put("password", password)
                        .toString());
    }

    /** A token for somebody who can sign in. */
    public String token(String email, String password) {
        return signIn(email, password).json().path("accessToken").asString();
    }

    public JdbcClient database() {
        return context.getBean(JdbcClient.class);
    }

    private HttpRequest.Builder request(String path) {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static Answer send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.body());
        } catch (IOException e) {
            throw new AssertionError("No answer to " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
