package com.smartfitness.fleet.demo;

import com.smartfitness.devices.SigningDevice;
import com.smartfitness.stack.StackException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** A REST client of the fleet, which trusts the fleet's own authority and nobody else. */
public final class GatewayClient {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(100);

    private final URI gateway;
    private final HttpClient http;

    private GatewayClient(URI gateway, HttpClient http) {
        this.gateway = gateway;
        this.http = http;
    }

    /**
     * A client of the gateway at this address.
     *
     * @param authority certificate of the authority that vouches for the gateway, PEM
     */
    public static GatewayClient of(URI gateway, Path authority) {
        HttpClient http = HttpClient.newBuilder()
                .sslContext(trusting(authority))
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        return new GatewayClient(gateway, http);
    }

    /** Reads. */
    public Answer get(String path, @Nullable String token) {
        return send("GET", path, token, null, BodyPublishers.noBody());
    }

    /**
     * Opens a live stream, which goes on until either side closes it.
     *
     * @throws StackException where it is refused
     */
    public InputStream listen(String path, String token) {
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve(path))
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<InputStream> response = send(request, BodyHandlers.ofInputStream());
        if (response.statusCode() != HttpURLConnection.HTTP_OK) {
            throw new StackException("GET %s was answered with %d".formatted(path, response.statusCode()));
        }
        return response.body();
    }

    /** Sends a JSON document. */
    public Answer post(String path, Map<String, ?> body, @Nullable String token) {
        return post(path, JSON.writeValueAsString(body), token);
    }

    /** Sends a body that says it is JSON, whatever it is. */
    public Answer post(String path, String body, @Nullable String token) {
        return send("POST", path, token, "application/json", BodyPublishers.ofString(body));
    }

    /** Replaces something by a JSON document, whatever others have made of it meanwhile. */
    public Answer put(String path, Map<String, ?> body, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path))
                .header("If-Match", "*")
                .PUT(BodyPublishers.ofString(JSON.writeValueAsString(body)));
        return send(request, "PUT " + path, token, "application/json");
    }

    /** Sends a JSON document that a device has signed, for a user where one takes part. */
    public Answer signed(SigningDevice device, String method, String path, String json, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path))
                .header("Device-Proof", device.proof(method, path, json))
                .method(method, BodyPublishers.ofString(json));
        return send(request, method + " " + path, token, "application/json");
    }

    /** A device with a new key, which signs what it sends to this gateway. */
    public SigningDevice device() {
        return SigningDevice.create(gateway.toString());
    }

    /** Deletes, whatever others have made of it meanwhile. */
    public Answer delete(String path, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path))
                .header("If-Match", "*")
                .DELETE();
        return send(request, "DELETE " + path, token, null);
    }

    /** Sends a photo, JPEG, that a device has signed. */
    public Answer signedPhoto(SigningDevice device, String path, byte[] photo) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path))
                .header("Device-Proof", device.proof("POST", path, photo))
                .POST(BodyPublishers.ofByteArray(photo));
        return send(request, "POST " + path, null, "image/jpeg");
    }

    /** Uploads a file as a form's part. */
    public Answer upload(String path, String part, byte[] content, @Nullable String token) {
        return upload(path, part, content, Map.of(), token);
    }

    /** The same with fields beside the file. */
    public Answer upload(String path, String part, byte[] content, Map<String, String> fields, @Nullable String token) {
        String boundary = UUID.randomUUID().toString();
        StringBuilder form = new StringBuilder();
        fields.forEach((name, value) -> form.append("""
                --%s\r
                Content-Disposition: form-data; name="%s"\r
                \r
                %s\r
                """.formatted(boundary, name, value)));
        form.append("""
                --%s\r
                Content-Disposition: form-data; name="%s"; filename="%s.jpg"\r
                Content-Type: image/jpeg\r
                \r
                """.formatted(boundary, part, part));
        byte[] head = form.toString().getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8);
        HttpRequest.BodyPublisher body = BodyPublishers.concat(
                BodyPublishers.ofByteArray(head),
                BodyPublishers.ofByteArray(content),
                BodyPublishers.ofByteArray(tail));
        return send("POST", path, token, "multipart/form-data; boundary=" + boundary, body);
    }

    /** Repeats a request until what it is about has arrived where it is needed. */
    public static Answer untilArrived(Supplier<Answer> request) {
        return until(request, answer -> !answer.isPassing()).orFail();
    }

    /**
     * Repeats a request until its answer is as expected.
     *
     * @throws StackException with the last answer after half a minute
     */
    public static Answer until(Supplier<Answer> request, Predicate<Answer> expected) {
        return until(LIMIT, request, expected);
    }

    /**
     * The same of what takes longer.
     *
     * @throws StackException with the last answer after so long
     */
    public static Answer until(Duration limit, Supplier<Answer> request, Predicate<Answer> expected) {
        long deadline = System.nanoTime() + limit.toNanos();
        Answer answer = request.get();
        while (!expected.test(answer)) {
            if (System.nanoTime() > deadline) {
                throw new StackException("Waited in vain: %s is still answered with %d %s"
                        .formatted(answer.request(), answer.status(), answer.body()));
            }
            pause();
            answer = request.get();
        }
        return answer;
    }

    private Answer send(
            String method,
            String path,
            @Nullable String token,
            @Nullable String contentType,
            HttpRequest.BodyPublisher body) {
        return send(
                HttpRequest.newBuilder(gateway.resolve(path)).method(method, body),
                method + " " + path,
                token,
                contentType);
    }

    private Answer send(
            HttpRequest.Builder request, String name, @Nullable String token, @Nullable String contentType) {
        request.timeout(LIMIT);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        HttpResponse<String> response = send(request.build(), BodyHandlers.ofString());
        return new Answer(name, response.statusCode(), json(response.body()));
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request, body);
        } catch (IOException e) {
            throw new StackException(
                    "%s %s was not answered: %s"
                            .formatted(request.method(), request.uri().getPath(), e),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted", e);
        }
    }

    private static JsonNode json(String body) {
        try {
            return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JacksonException notJson) {
            return JSON.getNodeFactory().stringNode(body);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted", e);
        }
    }

    private static SSLContext trusting(Path authority) {
        try (InputStream pem = Files.newInputStream(authority)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "fleet", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new StackException("The authority's certificate %s cannot be used: %s".formatted(authority, e), e);
        }
    }
}
