package com.smartfitness.fleet.authority;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Clock;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalAuthorityTest {

    @TempDir
    private Path folder;

    @Test
    void makesServersThatItsClientsTrust() throws Exception {
        LocalAuthority authority = authorityIn(0);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(serving(authority.server())));
        server.createContext("/", exchange -> exchange.sendResponseHeaders(204, -1));
        server.start();

        try (HttpClient client =
                HttpClient.newBuilder().sslContext(authority.trust()).build()) {
            URI uri = URI.create(
                    "https://localhost:%d/".formatted(server.getAddress().getPort()));
            assertThat(client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(204);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void keepsItsCertificatesWhileTheyAreGood() {
        Identity first = authorityIn(0).server();

        assertThat(authorityIn(59).server().certificate()).isEqualTo(first.certificate());
    }

    @Test
    void renewsAServersCertificateInItsLastThirtyDays() {
        Identity first = authorityIn(0).server();
        String authority = contentOf("ca.pem");

        assertThat(authorityIn(61).server().certificate()).isNotEqualTo(first.certificate());
        assertThat(contentOf("ca.pem")).isEqualTo(authority);
    }

    @Test
    void issuesServersAnewWithANewAuthority() throws Exception {
        Identity first = authorityIn(0).server();
        Files.delete(folder.resolve("ca.pem"));

        Identity second = authorityIn(0).server();

        assertThat(second.certificate().getIssuerX500Principal())
                .isNotEqualTo(first.certificate().getIssuerX500Principal());
    }

    @Test
    void keepsKeysFromOthers() throws Exception {
        authorityIn(0).server();

        for (String key : new String[] {"ca.key", "server.key"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(key))))
                    .isEqualTo("rw-------");
        }
    }

    private LocalAuthority authorityIn(int days) {
        return new LocalAuthority(folder, Clock.offset(Clock.systemUTC(), Duration.ofDays(days)));
    }

    private String contentOf(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static SSLContext serving(Identity identity) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry("server", identity.key(), new char[0], new Certificate[] {identity.certificate()});
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }
}
