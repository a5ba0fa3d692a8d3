package com.smartfitness.gateway;

import static com.smartfitness.gateway.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.smartfitness.testing.tokens.TestTokens;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private Path directory;

    @Test
    void speaksHttpsAloneWhereItHasACertificate() throws Exception {
        KeyStore authority = issueCertificate();

        try (RunningGateway gateway = RunningGateway.knowing(
                        TestTokens.create(),
                        "replication.file=" + directory.resolve("replicas"),
                        "server.ssl.bundle=gateway",
                        "spring.ssl.bundle.pem.gateway.keystore.certificate=" + directory.resolve("certificate.pem"),
                        "spring.ssl.bundle.pem.gateway.keystore.private-key=" + directory.resolve("key.pem"));
                HttpClient client =
                        HttpClient.newBuilder().sslContext(trusting(authority)).build()) {
            URI uri = URI.create("https://localhost:" + gateway.port() + "/api/v1/tasks");

            assertProblem(
                    client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()), 401, "unauthenticated");
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> assertProblem(gateway.get("/api/v1/tasks"), 401, "unauthenticated"));
        }
    }

    /** With the JDK's own tool, since its API makes none. */
    private KeyStore issueCertificate() throws Exception {
        Path store = directory.resolve("store.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "gateway",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        keytool.waitFor();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        write("certificate.pem", "CERTIFICATE", keys.getCertificate("gateway").getEncoded());
        write("key.pem", "PRIVATE KEY", keys.getKey("gateway", PASSWORD).getEncoded());
        return keys;
    }

    private void write(String file, String kind, byte[] content) throws IOException {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .encodeToString(content);
        Files.writeString(
                directory.resolve(file), "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(kind, body, kind));
    }

    private static SSLContext trusting(KeyStore keys) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("gateway", keys.getCertificate("gateway"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
