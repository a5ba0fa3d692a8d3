package com.smartfitness.branchowner;

import com.smartfitness.defaults.security.SigningKeyStore;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.DatabaseFacts;
import com.smartfitness.testing.authorisation.Routes;
import com.smartfitness.testing.live.LiveEvents;
import com.smartfitness.testing.tokens.TestTokens;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service in this process, asked over HTTP by users whose tokens it accepts. */
final class RunningBranchOwner implements AutoCloseable {

    static final TestTokens TOKENS = TestTokens.create();

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;

    @TestConfiguration
    static class AcceptedTokens {

        @Bean
        SigningKeyStore keys() {
            return _ -> List.of(TOKENS.publicKey());
        }
    }

    private RunningBranchOwner(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static RunningBranchOwner start(DatabaseFacts database, BrokerFacts broker) {
        return new RunningBranchOwner(new SpringApplicationBuilder(BranchOwnerApplication.class, AcceptedTokens.class)
                .run(
                        "--server.port=0",
                        "--fleet.live.keep-alive=1s",
                        "--fleet.live.streams-per-user=3",
                        "--spring.datasource.url=" + database.jdbcUrl(),
                        "--spring.datasource.username=" + database.username(),
                        "--spring.datasource.password=" + database.password(),
                        "--spring.rabbitmq.host=" + broker.host(),
                        "--spring.rabbitmq.port=" + broker.port(),
                        "--spring.rabbitmq.virtual-host=" + broker.virtualHost(),
                        "--spring.rabbitmq.username="
                                + broker.user("branchowner").username(),
                        "--spring.rabbitmq.password="
                                + broker.user("branchowner").password()));
    }

    Answer get(String path, User caller) {
        return send(request(path, caller).GET());
    }

    Answer post(String path, String body, User caller) {
        return send(request(path, caller).POST(BodyPublishers.ofString(body)));
    }

    Answer put(String path, String body, String ifMatch, User caller) {
        return send(request(path, caller).header("If-Match", ifMatch).PUT(BodyPublishers.ofString(body)));
    }

    Answer putWithoutCondition(String path, String body, User caller) {
        return send(request(path, caller).PUT(BodyPublishers.ofString(body)));
    }

    Answer getWithoutToken(String path) {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    /** What the caller hears from now on; headers in pairs. */
    LiveEvents stream(String query, User caller, String... headers) {
        HttpRequest.Builder request =
                request("/api/v1/inbox/stream" + query, caller).GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        return LiveEvents.of(http, request.build());
    }

    /** The status of an answer, whatever is in it and however long it goes on. */
    int status(String method, String path, String body, String ifMatch, @Nullable User caller) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!ifMatch.isEmpty()) {
            request.header("If-Match", ifMatch);
        }
        if (caller != null) {
            request.header(
                    "Authorization", TOKENS.bearer(caller.id(), caller.role().name()));
        }
        try {
            HttpResponse<InputStream> answer = http.send(request.build(), BodyHandlers.ofInputStream());
            answer.body().close();
            return answer.statusCode();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    Collection<String> routes() {
        return Routes.of(context);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    JdbcClient database() {
        return context.getBean(JdbcClient.class);
    }

    @Override
    public void close() {
        context.close();
        http.shutdownNow(); // streams that a test has left would be waited for
    }

    private HttpRequest.Builder request(String path, User caller) {
        return HttpRequest.newBuilder(uri(path))
                .header(
                        "Authorization",
                        TOKENS.bearer(caller.id(), caller.role().name()))
                .header("Content-Type", "application/json");
    }

    URI uri(String path) {
        return URI.create(
                "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port") + path);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
