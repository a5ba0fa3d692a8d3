package com.smartfitness.access.site;

import com.smartfitness.devices.SigningDevice;
import com.smartfitness.testing.tokens.TestTokens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Users and devices that call one instance over HTTP. */
public record Client(int port, TestTokens tokens) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String FORM = "multipart/form-data; boundary=x";

    /** What was answered. */
    public record Answer(int status, HttpResponse<byte[]> response) {

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String text(String field) {
            return json().path(field).asString("");
        }

        @Override
        public String toString() {
            return status + " " + new String(response.body(), StandardCharsets.UTF_8);
        }
    }

    public Answer enrol(SigningDevice camera, String user, float[] face) {
        return signed(camera, "PUT", "/api/v1/faces/me", template(face, ",\"consent\":true"), user);
    }

    public Answer enrolByPhotos(String user, boolean consent, List<byte[]> photos) {
        return send(request("/api/v1/faces/me")
                .header("Authorization", tokens.bearer(user, "CUSTOMER"))
                .header("Content-Type", FORM)
                .POST(BodyPublishers.ofByteArray(form(consent, photos))));
    }

    public Answer verifyPhoto(SigningDevice gate, byte[] photo) {
        String path = "/api/v1/gates/%s/verifications".formatted(gate.id());
        return sentPhoto(path, photo, gate.proof("POST", path, photo));
    }

    /** A photo with a proof that may be anything. */
    public Answer sentPhoto(String path, byte[] photo, String proof) {
        return send(request(path)
                .header("Device-Proof", proof)
                .header("Content-Type", "image/jpeg")
                .POST(BodyPublishers.ofByteArray(photo)));
    }

    /** What a browser sends. */
    public static byte[] form(boolean consent, List<byte[]> photos) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes("--x\r\nContent-Disposition: form-data; name=\"consent\"\r\n\r\n%s\r\n"
                .formatted(consent)
                .getBytes(StandardCharsets.UTF_8));
        for (byte[] photo : photos) {
            form.writeBytes(
                    "--x\r\nContent-Disposition: form-data; name=\"photos\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"
                            .getBytes(StandardCharsets.UTF_8));
            form.writeBytes(photo);
            form.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        form.writeBytes("--x--\r\n".getBytes(StandardCharsets.UTF_8));
        return form.toByteArray();
    }

    public Answer withdraw(String user) {
        return send(request("/api/v1/faces/me")
                .header("Authorization", tokens.bearer(user, "CUSTOMER"))
                .DELETE());
    }

    public Answer verify(SigningDevice gate, float[] face) {
        return verify(gate, template(face, ""));
    }

    public Answer verify(SigningDevice gate, String body) {
        return signed(gate, "POST", "/api/v1/gates/%s/verifications".formatted(gate.id()), body, null);
    }

    public Answer code(SigningDevice gate) {
        return signed(gate, "POST", "/api/v1/gates/%s/codes".formatted(gate.id()), "", null);
    }

    public Answer useCode(String user, String code) {
        return post("/api/v1/accesses", user, "CUSTOMER", "{\"code\":\"%s\"}".formatted(code));
    }

    public Answer report(SigningDevice gate, String accessId, String body) {
        return signed(gate, "POST", "/api/v1/accesses/%s/outcome".formatted(accessId), body, null);
    }

    /**
     * The status alone, also of a stream, which is left at once.
     *
     * @param signer signs the request where there is one
     * @param authorization header of that name where there is one
     */
    public int status(
            String method, String path, String body, @Nullable SigningDevice signer, @Nullable String authorization) {
        return status(method, path, body.getBytes(StandardCharsets.UTF_8), "application/json", signer, authorization);
    }

    /** The same for an enrolment by photos. */
    public int statusOfForm(
            String method, String path, byte[] form, @Nullable SigningDevice signer, @Nullable String authorization) {
        return status(method, path, form, FORM, signer, authorization);
    }

    private int status(
            String method,
            String path,
            byte[] body,
            String type,
            @Nullable SigningDevice signer,
            @Nullable String authorization) {
        HttpRequest.Builder request =
                request(path).header("Content-Type", type).method(method, BodyPublishers.ofByteArray(body));
        if (signer != null) {
            request.header("Device-Proof", signer.proof(method, path, body));
        }
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        HttpResponse<InputStream> response = exchange(request, BodyHandlers.ofInputStream());
        try (InputStream _ = response.body()) {
            return response.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The gate's command stream, as long as it is read. */
    public InputStream commands(SigningDevice gate, @Nullable String lastSeen) {
        String path = "/api/v1/gates/%s/commands".formatted(gate.id());
        HttpRequest.Builder request = request(path)
                .header("Device-Proof", gate.proof("GET", path, new byte[0]))
                .GET();
        if (lastSeen != null) {
            request.header("Last-Event-ID", lastSeen);
        }
        return exchange(request, BodyHandlers.ofInputStream()).body();
    }

    public Answer get(String path, String user, String role) {
        return send(
                request(path).header("Authorization", tokens.bearer(user, role)).GET());
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, String user, String role, String body) {
        return send(request(path)
                .header("Authorization", tokens.bearer(user, role))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    public Answer signed(SigningDevice device, String method, String path, String body, @Nullable String user) {
        return sent(method, path, body, device.proof(method, path, body.getBytes(StandardCharsets.UTF_8)), user);
    }

    /** A request with a proof that may be anything. */
    public Answer sent(String method, String path, String body, String proof, @Nullable String user) {
        HttpRequest.Builder request = request(path)
                .header("Device-Proof", proof)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        if (user != null) {
            request.header("Authorization", tokens.bearer(user, "CUSTOMER"));
        }
        return send(request);
    }

    public static String template(float[] face, String more) {
        ByteBuffer bytes = ByteBuffer.allocate(face.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(face);
        return "{\"modelVersion\":\"%s\",\"template\":\"%s\"%s}"
                .formatted(AccessSite.MODEL, Base64.getEncoder().encodeToString(bytes.array()), more);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path));
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static Answer send(HttpRequest.Builder request) {
        HttpResponse<byte[]> response = exchange(request, BodyHandlers.ofByteArray());
        return new Answer(response.statusCode(), response);
    }

    private static <T> HttpResponse<T> exchange(HttpRequest.Builder request, BodyHandler<T> body) {
        try {
            return HTTP.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
