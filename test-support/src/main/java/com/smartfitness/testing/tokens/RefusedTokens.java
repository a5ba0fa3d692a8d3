package com.smartfitness.testing.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Shows a running service all {@link ForgedTokens}. */
public final class RefusedTokens {

    private static final HttpClient http = HttpClient.newHttpClient();

    private final URI service;

    private RefusedTokens(URI service) {
        this.service = service;
    }

    /** For a service that answers here, e.g. {@code http://127.0.0.1:8081}. */
    public static RefusedTokens at(URI service) {
        return new RefusedTokens(service);
    }

    /**
     * A test a forgery, which is refused by all of these routes; and before them one that shows that a true token is
     * not.
     *
     * @param trusted signs with a key that the service knows
     * @param userId somebody whose true token the service takes
     * @param requests one a group of routes, e.g. {@code GET /api/v1/users/me}
     */
    public Stream<DynamicTest> tests(TestTokens trusted, String userId, String role, List<String> requests) {
        DynamicTest genuine = DynamicTest.dynamicTest(
                "a true token is taken",
                () -> requests.forEach(request -> assertThat(
                                answer(request, trusted.token(userId, role, claims -> claims))
                                        .statusCode())
                        .as(request)
                        .isNotEqualTo(401)));
        return Stream.concat(
                Stream.of(genuine),
                ForgedTokens.of(trusted, userId, role).entrySet().stream()
                        .map(forged -> DynamicTest.dynamicTest(
                                forged.getKey(),
                                () -> requests.forEach(request -> assertRefused(request, forged.getValue())))));
    }

    private void assertRefused(String request, String token) {
        HttpResponse<String> answer = answer(request, token);
        assertThat(answer.statusCode()).as("%s: %s", request, answer.body()).isEqualTo(401);
        assertThat(answer.body()).as(request).contains("urn:fleet:problem:unauthenticated");
    }

    private HttpResponse<String> answer(String request, String token) {
        String[] parts = request.split(" ");
        try {
            return http.send(
                    HttpRequest.newBuilder(service.resolve(parts[1]))
                            .method(parts[0], BodyPublishers.noBody())
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("No answer to " + request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
