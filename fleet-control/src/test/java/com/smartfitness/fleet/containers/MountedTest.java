package com.smartfitness.fleet.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.fleet.FleetHome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MountedTest {

    @TempDir
    private Path folder;

    private Path mounted;

    @BeforeEach
    void write() {
        mounted = new Mounted(new FleetHome(folder)).write();
    }

    @Test
    void givesEachServiceThePasswordsOfItsOwnStoresAlone() throws IOException {
        assertThat(text("auth-service/config/spring.datasource.password")).isEqualTo(text("auth-db/password"));
        assertThat(text("mlops-service/config/photos.secret-key"))
                .isEqualTo(keyOf("helper-objects/keys/mlops"))
                .isNotEqualTo(keyOf("helper-objects/keys/owner"));

        assertThat(settings("auth-service"))
                .doesNotContainAnyElementsOf(settings("helper-service"))
                .doesNotContain(text("auth-db/superuser-password"), text("mlops-db/password"));
    }

    @Test
    void letsNobodyButItsUserIntoTheFolder() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(mounted)))
                .isEqualTo("rwx------");
    }

    @Test
    void namesEachServerInItsCertificate() throws Exception {
        for (String host :
                List.of("rabbitmq", "auth-db", "elasticsearch", "helper-objects", "auth-service", "api-gateway")) {
            byte[] pem = text(host + "/tls/server.pem").getBytes(StandardCharsets.US_ASCII);
            X509Certificate certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));

            assertThat(certificate.getSubjectAlternativeNames())
                    .extracting(name -> String.valueOf(name.get(1)))
                    .contains(host, "localhost");
        }
    }

    @Test
    void changesNothingWhenWrittenAgain() throws IOException {
        Map<String, String> before = everything();

        new Mounted(new FleetHome(folder)).write();

        assertThat(everything()).isEqualTo(before);
    }

    private List<String> settings(String service) throws IOException {
        try (Stream<Path> files = Files.list(mounted.resolve(service).resolve("config"))) {
            return files.map(MountedTest::read).toList();
        }
    }

    private Map<String, String> everything() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(mounted)) {
            // The salt of a hash and of a key store is another one each time.
            files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("definitions.json")
                            && !file.toString().endsWith(".p12"))
                    .forEach(file -> texts.put(mounted.relativize(file).toString(), read(file)));
        }
        return texts;
    }

    private String keyOf(String file) {
        return text(file).lines().findFirst().orElseThrow().replace("secret=", "");
    }

    private String text(String file) {
        return read(mounted.resolve(file));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }
}
