package com.smartfitness.fleettests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What lets a service into its own store lets it into no other. */
class CredentialsIT {

    private static final HttpClient http = HttpClient.newHttpClient();

    @ParameterizedTest
    @ValueSource(strings = {"mlops-service", "branchowner-service"})
    void areRefusedByEveryOtherStore(String service) throws Exception {
        String user = RunningFleet.environment(service).get("SPRING_DATASOURCE_USERNAME");
        String password = RunningFleet.environment(service).get("SPRING_DATASOURCE_PASSWORD");

        for (String other : Set.of(
                "auth-service", "helper-service", "monitoring-service", "branchowner-service", "mlops-service")) {
            if (!other.equals(service)) {
                assertThatExceptionOfType(SQLException.class)
                        .as(other)
                        .isThrownBy(() -> DriverManager.getConnection(
                                RunningFleet.environment(other).get("SPRING_DATASOURCE_URL"), user, password))
                        .satisfies(refusal -> assertThat(refusal.getSQLState()).startsWith("28"));
            }
        }
        assertThat(askRedis("AUTH %s %s".formatted(user, password))).startsWith("-WRONGPASS");
        assertThat(askRedis("DBSIZE")).startsWith("-NOAUTH");
        assertThat(askElasticsearch(password)).isEqualTo(401);
        assertRefused(
                () -> RunningFleet.objects("helper-service", user, password).listBuckets());
    }

    @Test
    void keyOfOneObjectStoreIsNoneOfAnother() {
        Map<String, String> mlops = RunningFleet.environment("mlops-service");

        assertRefused(() -> RunningFleet.objects(
                        "helper-service", mlops.get("OBJECTS_ACCESS_KEY"), mlops.get("OBJECTS_SECRET_KEY"))
                .listBuckets());
    }

    @Test
    void readersNeitherDeleteNorList() {
        Map<String, String> mlops = RunningFleet.environment("mlops-service");
        S3Client reader =
                RunningFleet.objects("helper-service", mlops.get("PHOTOS_ACCESS_KEY"), mlops.get("PHOTOS_SECRET_KEY"));

        assertRefused(() -> reader.listObjectsV2(request -> request.bucket("helper-photos")));
        assertRefused(() ->
                reader.deleteObject(request -> request.bucket("helper-photos").key("any")));
    }

    @ParameterizedTest
    @CsvSource({
        "mlops-service, mlops-db rabbitmq mlops-objects helper-objects",
        "branchowner-service, branchowner-db rabbitmq",
        "auth-service, auth-db rabbitmq",
        "helper-service, helper-db rabbitmq helper-objects mlops-objects",
        "monitoring-service, monitoring-db rabbitmq",
        "access-service, redis rabbitmq mlops-objects",
        "search-service, elasticsearch rabbitmq",
        "api-gateway, rabbitmq",
    })
    void configurationNamesNoOtherStore(String service, String stores) throws Exception {
        String told = String.join(" ", RunningFleet.environment(service).values()) + " ";

        Set<String> named = RunningFleet.fleet().plan().stores().stream()
                .filter(store -> told.matches("(?s).*[: ]%d[/ ].*".formatted(store.ports()[0])))
                .map(store -> store.name())
                .collect(Collectors.toSet());

        assertThat(named).containsExactlyInAnyOrder(stores.split(" "));
        try (JarFile jar =
                new JarFile(RunningFleet.fleet().plan().service(service).jar().toFile())) {
            var settings = jar.getInputStream(jar.getEntry("BOOT-INF/classes/application.yaml"));
            assertThat(new String(settings.readAllBytes(), StandardCharsets.UTF_8))
                    .doesNotContain("jdbc:");
        }
    }

    private static String askRedis(String command) throws Exception {
        Map<String, String> access = RunningFleet.environment("access-service");
        try (Socket socket = new Socket(
                access.get("SPRING_DATA_REDIS_HOST"), Integer.parseInt(access.get("SPRING_DATA_REDIS_PORT")))) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
            byte[] reply = new byte[200];
            int length = socket.getInputStream().read(reply);
            return new String(reply, 0, length, StandardCharsets.UTF_8);
        }
    }

    private static int askElasticsearch(String key) throws Exception {
        URI url = URI.create(RunningFleet.environment("search-service").get("ELASTICSEARCH_URL") + "/_cat/indices");
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Authorization", "ApiKey " + key)
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static void assertRefused(Runnable request) {
        assertThatExceptionOfType(S3Exception.class)
                .isThrownBy(request::run)
                .satisfies(refusal -> assertThat(refusal.statusCode()).isEqualTo(403));
    }
}
