package com.smartfitness.replication.failures;

import com.smartfitness.replication.RunningService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to one instance of members-service over HTTP. Methods return whether the service said that it is done. */
record MembersClient(int port) {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    static MembersClient of(RunningService members) {
        return new MembersClient(members.port());
    }

    boolean join(String memberId) {
        return isDone("POST", "/members/" + memberId);
    }

    boolean visit(String memberId) {
        return isDone("POST", "/members/" + memberId + "/visits");
    }

    boolean leave(String memberId) {
        return isDone("DELETE", "/members/" + memberId);
    }

    /** What an operator does after the store was restored. */
    boolean raiseEpoch() {
        return isDone("POST", "/api/v1/replication/epoch");
    }

    boolean isRelaying() throws IOException {
        return JsonMapper.shared()
                .readTree(send("GET", "/api/v1/replication").body())
                .path("outbox")
                .path("relaying")
                .asBoolean();
    }

    private boolean isDone(String method, String path) {
        try {
            return send(method, path).statusCode() / 100 == 2;
        } catch (IOException e) {
            return false;
        }
    }

    private HttpResponse<String> send(String method, String path) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, BodyPublishers.noBody())
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }
}
