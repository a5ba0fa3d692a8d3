package com.smartfitness.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.tokens.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
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
    public record Answer(int status, String type, String retryAfter, String body) {

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

    /** Any request, with a body where one is given and a token where there is one. */
    public Answer send(String method, String path, @Nullable Object body, @Nullable String token, String... headers) {
        HttpRequest.Builder request = request(path)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    public Answer signIn(String email, String password, String... headers) {
        JsonNode body =
                JsonMapper.shared().createObjectNode().put("email", email).put("password", password);
        return send("POST", "/api/v1/tokens", body, null, headers);
    }

    /** Signs an owner up and in. */
    public Session owner(Person person) {
        Answer signedUp = post("/api/v1/owners", person.owner().toString());
        assertThat(signedUp.status()).as(signedUp.body()).isEqualTo(201);
        return session(person);
    }

    /** Signs in. */
    public Session session(Person person) {
        Answer answer = signIn(person.email(), person.password());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return Session.of(answer);
    }

    /** What somebody has got by signing in. */
    public record Session(String userId, String accessToken, String refreshToken) {

        public static Session of(Answer answer) {
            String token = answer.json().path("accessToken").asString();
            String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
            return new Session(
                    JsonMapper.shared().readTree(claims).path("sub").asString(),
                    token,
                    answer.json().path("refreshToken").asString());
        }
    }

    /** Exchanges a refresh token. */
    public Answer refresh(String refreshToken) {
        return send("POST", "/api/v1/tokens/refresh", refreshing(refreshToken), null);
    }

    /** The body of a request about a refresh token. */
    public static String refreshing(String refreshToken) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("refreshToken", refreshToken)
                .toString();
    }

    /** Lets the service take tokens of this key as well. */
    public RunningAuth trust(TestTokens tokens) {
        database()
                .sql("""
                        insert into signing_key (key_id, public_jwk, private_jwk, valid_from, signs_until, valid_to)
                        values (?, cast(? as jsonb), '', now() - interval '2 days', now() - interval '1 day', now() + interval '1 day')""")
                .params(tokens.publicKey().getKeyID(), tokens.publicKey().toJSONString())
                .update();
        Eventually.holds(
                "the key is known",
                () -> get("/api/v1/users/me", tokens.token("nobody", "CUSTOMER", claims -> claims))
                                .status()
                        == 404);
        return this;
    }

    /** As if it had heard of the branch. */
    public void knowBranch(String id, String status) {
        database()
                .sql("insert into known_branch (branch_id, status) values (?, ?) on conflict do nothing")
                .params(id, status)
                .update();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public ApplicationContext context() {
        return context;
    }

    public URI uri() {
        return request("").build().uri();
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
                    answer.headers().firstValue("Retry-After").orElse(""),
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
