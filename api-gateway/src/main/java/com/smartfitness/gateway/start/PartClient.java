package com.smartfitness.gateway.start;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import com.smartfitness.defaults.problem.Problems;
import com.smartfitness.defaults.trace.RequestTrace;
import com.smartfitness.gateway.relay.Breakers;
import com.smartfitness.gateway.relay.RelayProblem;
import com.smartfitness.gateway.route.GatewayProperties;
import com.smartfitness.gateway.route.Target;
import com.smartfitness.gateway.start.StartPage.Part;
import com.smartfitness.gateway.start.StartPageProperties.Source;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks services in the name of the caller, with the caller's own token. */
@Component
final class PartClient {

    private static final Logger log = LoggerFactory.getLogger(PartClient.class);

    private final GatewayProperties gateway;
    private final StartPageProperties properties;
    private final Breakers breakers;
    private final HttpClient http;
    private final JsonMapper json;

    PartClient(
            GatewayProperties gateway,
            StartPageProperties properties,
            Breakers breakers,
            HttpClient http,
            JsonMapper json) {
        this.gateway = gateway;
        this.properties = properties;
        this.breakers = breakers;
        this.http = http;
        this.json = json;
    }

    /** The part, there or not, within the deadline; never fails. */
    CompletableFuture<Part> ask(Source source, HttpServletRequest request) {
        Target target = gateway.target(source.service());
        CircuitBreaker breaker = breakers.of(target.name());
        if (!breaker.tryAcquirePermission()) {
            return CompletableFuture.completedFuture(missing(RelayProblem.UNAVAILABLE.detail()));
        }
        long begin = System.nanoTime();
        CompletableFuture<HttpResponse<byte[]>> exchange = http.sendAsync(
                outgoing(target, source, request),
                BodyHandlers.limiting(
                        BodyHandlers.ofByteArray(), properties.largestPart().toBytes()));
        return exchange.copy()
                .orTimeout(properties.deadline().toMillis(), MILLISECONDS)
                .handle((answer, failure) -> {
                    long took = System.nanoTime() - begin;
                    if (failure == null) {
                        breaker.onSuccess(took, NANOSECONDS);
                        return part(answer);
                    }
                    exchange.cancel(true);
                    breaker.onError(took, NANOSECONDS, failure);
                    log.warn("{} of {} is left out: {}", source.path(), target.name(), failure.toString());
                    return missing(RelayProblem.of(failure).detail());
                });
    }

    private static HttpRequest outgoing(Target target, Source source, HttpServletRequest request) {
        HttpRequest.Builder outgoing = HttpRequest.newBuilder(URI.create(target.url() + source.path()))
                .header(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE)
                .header(HttpHeaders.AUTHORIZATION, request.getHeader(HttpHeaders.AUTHORIZATION));
        RequestTrace trace = RequestTrace.of(request);
        if (trace != null) {
            outgoing.header(RequestTrace.REQUEST_ID, trace.requestId())
                    .header(RequestTrace.TRACE_PARENT, trace.parent());
        }
        return outgoing.build();
    }

    private Part part(HttpResponse<byte[]> answer) {
        JsonNode body = body(answer);
        if (body == null) {
            return missing(RelayProblem.BROKEN_OFF.detail());
        }
        if (answer.statusCode() == HttpStatus.OK.value()) {
            return Part.of(body);
        }
        return body.has("type")
                ? Part.missing(body)
                : missing(Problems.of(
                        HttpStatus.valueOf(answer.statusCode()), "refused", "The service refused to answer."));
    }

    private @Nullable JsonNode body(HttpResponse<byte[]> answer) {
        try {
            JsonNode body = json.readTree(answer.body());
            return body.isObject() ? body : null;
        } catch (JacksonException e) {
            log.warn("{} did not answer in JSON: {}", answer.uri(), e.getOriginalMessage());
            return null;
        }
    }

    private Part missing(ProblemDetail problem) {
        return Part.missing(json.valueToTree(problem));
    }
}
