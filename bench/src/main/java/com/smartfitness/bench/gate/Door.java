package com.smartfitness.bench.gate;

import com.smartfitness.bench.machine.ServiceProcess;
import com.smartfitness.fleet.FleetPlan;
import com.smartfitness.fleet.authority.GatewayCertificate;
import com.smartfitness.fleet.authority.LocalAuthority;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.RedisFacts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;

/** access-service and, before it, the gateway; nobody else is there. */
final class Door {

    private final BrokerFacts broker;
    private final RedisFacts redis;
    private final Path folder;
    private final Function<String, List<String>> jvm;
    private final LocalAuthority authority;
    private final HttpClient client;
    private final int accessPort = ServiceProcess.freePort();
    private final int gatewayPort = ServiceProcess.freePort();

    Door(BrokerFacts broker, RedisFacts redis, Path folder, Function<String, List<String>> jvm) throws IOException {
        this.broker = broker;
        this.redis = redis;
        this.folder = folder;
        this.jvm = jvm;
        this.authority = new LocalAuthority(folder.resolve("authority"), Clock.systemUTC());
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(authority.trust())
                .build();
    }

    /** Trusts the gateway. */
    HttpClient client() {
        return client;
    }

    /** Opens as many connections at once, which stay open: each gate has one of its own. */
    void connect(URI at, int connections) {
        HttpRequest asked =
                HttpRequest.newBuilder(at.resolve("/api/v1/gates/command-keys")).build();
        CompletableFuture.allOf(IntStream.range(0, connections)
                        .mapToObj(_ -> client.sendAsync(asked, BodyHandlers.discarding()))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
    }

    URI access() {
        return URI.create("http://127.0.0.1:" + accessPort);
    }

    URI gateway() {
        return URI.create("https://localhost:" + gatewayPort);
    }

    /** Starts access-service and waits until every face is in memory; replicas stay incomplete without other services. */
    ServiceProcess startAccess() throws IOException, InterruptedException {
        Map<String, String> settings = ServiceProcess.settings(broker, "access", accessPort);
        settings.put("SPRING_DATA_REDIS_HOST", redis.host());
        settings.put("SPRING_DATA_REDIS_PORT", Integer.toString(redis.port()));
        settings.put("SPRING_DATA_REDIS_USERNAME", redis.username());
        settings.put("SPRING_DATA_REDIS_PASSWORD", redis.password());
        settings.put("MANAGEMENT_ENDPOINT_HEALTH_GROUP_READINESS_INCLUDE", "readinessState,faces");
        // Nobody deploys a model here.
        settings.put("MODELS_ENDPOINT", "http://127.0.0.1:9");
        settings.put("MODELS_ACCESS_KEY", "none");
        settings.put("MODELS_SECRET_KEY", "none");
        settings.put("FACES_KEYSET_FILE", folder.resolve("faces.json").toString());
        List<String> options = new ArrayList<>(jvm.apply("access-service"));
        options.addAll(List.of("--add-modules", "jdk.incubator.vector"));
        return ServiceProcess.start(
                "access-service", options, settings, folder, client, access().resolve("/actuator/health/readiness"));
    }

    /** Starts the gateway and waits until it passes on what needs no token. */
    ServiceProcess startGateway() throws IOException, InterruptedException {
        GatewayCertificate certificate = GatewayCertificate.in(folder.resolve("tls"), authority);
        Map<String, String> settings = ServiceProcess.settings(broker, "gateway", gatewayPort);
        settings.put("MANAGEMENT_SERVER_PORT", Integer.toString(ServiceProcess.freePort()));
        settings.put("SERVER_SSL_BUNDLE", "gateway");
        settings.put(
                "SPRING_SSL_BUNDLE_PEM_GATEWAY_KEYSTORE_CERTIFICATE",
                certificate.certificate().toString());
        settings.put(
                "SPRING_SSL_BUNDLE_PEM_GATEWAY_KEYSTORE_PRIVATE_KEY",
                certificate.key().toString());
        settings.put("GATEWAY_SERVICES_ACCESS_URL", access().toString());
        settings.put("REPLICATION_FILE", folder.resolve("replicas").toString());
        return ServiceProcess.start(
                "api-gateway",
                jvm.apply(FleetPlan.GATEWAY),
                settings,
                folder,
                client,
                gateway().resolve("/api/v1/gates/command-keys"));
    }
}
