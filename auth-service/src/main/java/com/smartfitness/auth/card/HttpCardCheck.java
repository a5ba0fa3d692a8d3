package com.smartfitness.auth.card;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the outside service over HTTP: {@code POST /v1/checks}, a form, answered by {@code {"verified": true}}. The whole
 * answer has to come in time, and a service that has failed again and again is not asked for a while, so that sign-ups
 * fail at once instead of queueing up. Nothing of a request or an answer is logged.
 */
@Component
final class HttpCardCheck implements CardCheck, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(HttpCardCheck.class);
    private static final long LONGEST_ANSWER = 16 * 1024;
    private static final int CALLS = 10;
    private static final int FEWEST_CALLS = 5;
    private static final int TRIALS = 2;

    private final CardCheckProperties properties;
    private final JsonMapper json;
    private final CircuitBreaker breaker;
    private final HttpClient http;

    HttpCardCheck(CardCheckProperties properties, JsonMapper json) {
        this.properties = properties;
        this.json = json;
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.timeout())
                .build();
        breaker = CircuitBreaker.of(
                "card-check",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(CALLS)
                        .minimumNumberOfCalls(FEWEST_CALLS)
                        .waitDurationInOpenState(properties.pause())
                        .permittedNumberOfCallsInHalfOpenState(TRIALS)
                        .build());
    }

    @Override
    public void require(Card card, String holder) {
        URI url = properties.url();
        if (url == null) {
            log.warn("No customer can sign up: auth.card-check.url is not set");
            throw new CardCheckUnavailableException();
        }
        if (!isVerified(request(url, card, holder))) {
            throw new CardRefusedException();
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private boolean isVerified(HttpRequest request) {
        try {
            return breaker.executeCallable(() -> answer(request));
        } catch (CallNotPermittedException resting) {
            throw new CardCheckUnavailableException();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CardCheckUnavailableException();
        } catch (Exception e) {
            // Its kind alone: what an answer says may be about the card.
            log.warn("The card check fails: {}", e.getClass().getSimpleName());
            throw new CardCheckUnavailableException();
        }
    }

    private boolean answer(HttpRequest request) throws Exception {
        CompletableFuture<HttpResponse<String>> sent =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_ANSWER));
        try {
            HttpResponse<String> answer = sent.get(properties.timeout().toMillis(), TimeUnit.MILLISECONDS);
            if (answer.statusCode() != 200) {
                throw new IOException("No good answer");
            }
            JsonNode verified = json.readTree(answer.body()).path("verified");
            if (!verified.isBoolean()) {
                throw new IOException("No answer to the question");
            }
            return verified.asBoolean();
        } catch (TimeoutException | ExecutionException | JacksonException e) {
            throw new IOException(e);
        } finally {
            sent.cancel(true);
        }
    }

    private HttpRequest request(URI url, Card card, String holder) {
        String form = Map.of("number", card.number(), "expiry", card.expiry(), "cvv", card.cvv(), "holder", holder)
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve("/v1/checks"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        @Nullable String key = properties.key();
        if (StringUtils.hasText(key)) {
            request.header("Authorization", "Bearer " + key);
        }
        return request.build();
    }
}
