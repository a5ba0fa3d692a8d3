package com.smartfitness.gateway.relay;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import com.smartfitness.defaults.problem.Problems;
import com.smartfitness.gateway.relay.RelayProblem.BodyTooLargeException;
import com.smartfitness.gateway.relay.RelayProblem.ServiceLeftAloneException;
import com.smartfitness.gateway.route.GatewayProperties;
import com.smartfitness.gateway.route.Target;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayServerResponse;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Hands a request to its service and the answer back, byte by byte as they come. The gateway's own exchange limits the
 * time of the whole answer, which ends streams of events; here each part of an exchange has a limit that suits it.
 */
@Component
final class Relay implements ProxyExchange {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);

    private final GatewayProperties properties;
    private final Problems problems;
    private final Breakers breakers;
    private final HttpClient client;

    Relay(GatewayProperties properties, Problems problems, Breakers breakers, HttpClient client) {
        this.properties = properties;
        this.problems = problems;
        this.breakers = breakers;
        this.client = client;
    }

    @Override
    public ServerResponse exchange(Request request) {
        HttpServletRequest incoming = request.getServerRequest().servletRequest();
        try {
            HttpResponse<InputStream> answer = guarded(request, incoming);
            Answer shown = new Answer(answer);
            Download download = new Download(
                    answer.body(), isStream(shown), properties.timeouts().body());
            ServerResponse response = GatewayServerResponse.status(shown.getStatusCode())
                    .build((in, out) -> {
                        try {
                            download.copyTo(out);
                        } catch (Download.BrokenOffException e) {
                            refuse(request, e);
                            problems.write(out, RelayProblem.of(e).detail());
                        }
                        return null;
                    });
            request.getResponseConsumers().forEach(consumer -> consumer.accept(shown, response));
            return response;
        } catch (IOException | TimeoutException e) {
            return refusal(request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return refusal(request, e);
        }
    }

    /** Asks the service unless it has just failed too often. A client's failure is not the service's. */
    private HttpResponse<InputStream> guarded(Request request, HttpServletRequest incoming)
            throws IOException, InterruptedException, TimeoutException {
        Target target = Target.of(request.getServerRequest());
        CircuitBreaker breaker = breakers.of(target.name());
        if (!breaker.tryAcquirePermission()) {
            throw new ServiceLeftAloneException();
        }
        long begin = System.nanoTime();
        boolean settled = false;
        try {
            HttpResponse<InputStream> answer = answer(request, incoming, target);
            breaker.onSuccess(System.nanoTime() - begin, NANOSECONDS);
            settled = true;
            return answer;
        } catch (IOException | TimeoutException e) {
            if (RelayProblem.of(e).isOfTheService()) {
                breaker.onError(System.nanoTime() - begin, NANOSECONDS, e);
                settled = true;
            }
            throw e;
        } finally {
            if (!settled) {
                breaker.releasePermission();
            }
        }
    }

    private HttpResponse<InputStream> answer(Request request, HttpServletRequest incoming, Target target)
            throws IOException, InterruptedException, TimeoutException {
        long largest = target.largestBody().toBytes();
        if (incoming.getContentLengthLong() > largest) {
            throw new BodyTooLargeException();
        }
        Upload upload = new Upload(incoming.getInputStream(), largest);
        CompletableFuture<HttpResponse<InputStream>> answer =
                client.sendAsync(outgoing(request, body(incoming, upload)), BodyHandlers.ofInputStream());
        try {
            CompletableFuture.anyOf(answer, upload.ended())
                    .get(properties.timeouts().upload().toMillis(), MILLISECONDS);
            return answer.get(target.read().toMillis(), MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            answer.cancel(true);
            upload.release();
        }
    }

    /** A body of known length is sent as such, because not every server likes the other form. */
    private static BodyPublisher body(HttpServletRequest incoming, Upload upload) {
        long length = incoming.getContentLengthLong();
        if (length == 0 || (length < 0 && incoming.getHeader(HttpHeaders.TRANSFER_ENCODING) == null)) {
            upload.release();
            return BodyPublishers.noBody();
        }
        BodyPublisher body = BodyPublishers.ofInputStream(() -> upload);
        return length < 0 ? body : BodyPublishers.fromPublisher(body, length);
    }

    private static HttpRequest outgoing(Request request, BodyPublisher body) {
        HttpRequest.Builder outgoing = HttpRequest.newBuilder(requireNonNull(request.getUri()))
                .method(request.getMethod().name(), body);
        request.getHeaders().forEach((name, values) -> values.forEach(value -> outgoing.header(name, value)));
        return outgoing.build();
    }

    private static boolean isStream(Answer answer) {
        MediaType type = answer.getHeaders().getContentType();
        return MediaType.TEXT_EVENT_STREAM.equalsTypeAndSubtype(type);
    }

    private static ServerResponse refusal(Request request, Exception failure) {
        refuse(request, failure);
        RelayProblem problem = RelayProblem.of(failure);
        ServerResponse.BodyBuilder response =
                GatewayServerResponse.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem == RelayProblem.UNAVAILABLE) {
            response.header(HttpHeaders.RETRY_AFTER, "2");
        }
        return response.body(problem.detail());
    }

    private static void refuse(Request request, Exception failure) {
        log.warn("{} {} failed: {}", request.getMethod(), request.getUri(), failure.toString());
    }
}
