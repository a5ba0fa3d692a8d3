package com.smartfitness.fleet;

import com.smartfitness.fleet.authority.GatewayCertificate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The stores and services of this project: names, ports, who owns what, what each is told. */
final class TableOfContents {

    private static final int CARD_SANDBOX = 8099;
    /** On the way to the gate: room for what requests leave behind, and no collection of compiled code. */
    private static final String[] SELDOM_PAUSED = {
        "-Xms192m", "-Xmn128m", "-XX:MetaspaceSize=160m", "-XX:SweeperThreshold=100"
    };

    private static final String TRACING = "FLEET_TRACING_ENDPOINT";

    private final Path project;
    private final FleetHome home;
    private final int offset;
    private final Manner manner;

    TableOfContents(Path project, FleetHome home, int offset, Manner manner) {
        this.project = project;
        this.home = home;
        this.offset = offset;
        this.manner = manner;
    }

    FleetPlan plan() {
        Database authDb = database("auth", 15401);
        Database helperDb = database("helper", 15402);
        Database branchownerDb = database("branchowner", 15403);
        Database monitoringDb = database("monitoring", 15404);
        Database mlopsDb = database("mlops", 15405);
        Redis redis = new Redis(home, "access", port(15411));
        Elasticsearch elasticsearch = elasticsearch(15431);
        Broker broker = new Broker(home, port(15421), users());
        ObjectStore photos = objects("helper", 15441, "helper-photos").readBy("mlops", "helper-photos");
        ObjectStore models = objects("mlops", 15442, "mlops-models", "mlops-samples")
                .readBy("helper", "mlops-models")
                .readBy("access", "mlops-models");

        return new FleetPlan(
                home,
                List.of(
                        authDb,
                        helperDb,
                        branchownerDb,
                        monitoringDb,
                        mlopsDb,
                        redis,
                        broker,
                        elasticsearch,
                        photos,
                        models),
                Stream.of(
                                service("auth-service", 8081)
                                        .over(broker)
                                        .using(authDb)
                                        .told(this::operator)
                                        .told(this::keySets)
                                        .told("AUTH_CARD_CHECK_URL", "http://127.0.0.1:" + port(CARD_SANDBOX)),
                                service("card-sandbox", CARD_SANDBOX)
                                        .plain(true)
                                        .jvm("-Xmx32m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                                service("access-service", 8082)
                                        .over(broker)
                                        .using(redis)
                                        .told(this::faceKeys)
                                        .told(() -> models.environmentForReader("access", "MODELS"))
                                        .told(this::publicUrl)
                                        .heap(384)
                                        .jvm(SELDOM_PAUSED)
                                        .jvm("--add-modules", "jdk.incubator.vector"),
                                service("helper-service", 8083)
                                        .over(broker)
                                        .using(helperDb, photos)
                                        .told(() -> models.environmentForReader("helper", "MODELS")),
                                service("search-service", 8084).over(broker).using(elasticsearch),
                                service("branchowner-service", 8085)
                                        .over(broker)
                                        .using(branchownerDb),
                                service("monitoring-service", 8086)
                                        .over(broker)
                                        .using(monitoringDb)
                                        .told(this::publicUrl)
                                        .told(TableOfContents::simulatedEquipment),
                                service("mlops-service", 8087)
                                        .over(broker)
                                        .using(mlopsDb, models)
                                        .told(() -> photos.environmentForReader("mlops", "PHOTOS")),
                                service(FleetPlan.GATEWAY, 8080)
                                        .over(broker)
                                        .managedOn(port(8090))
                                        .encrypted()
                                        .heap(384)
                                        .jvm(SELDOM_PAUSED)
                                        .told(this::certificate)
                                        .told(this::routes))
                        .map(ServiceDraft::done)
                        .filter(this::isPartOfTheProject)
                        .toList());
    }

    private static List<String> users() {
        return List.of("gateway", "auth", "access", "helper", "search", "branchowner", "monitoring", "mlops");
    }

    private Map<String, String> operator() {
        return Map.of("AUTH_OPERATOR_EMAIL", FleetPlan.OPERATOR, "AUTH_OPERATOR_PASSWORD", home.secret("operator"));
    }

    /** Made by the service itself, in its own folder. */
    private Map<String, String> keySets() {
        Path keys = home.service("auth-service").resolve("keys");
        return Map.of(
                "AUTH_ENCRYPTION_KEYSET_FILE", keys.resolve("encryption.json").toString(),
                "AUTH_ENCRYPTION_LOOKUP_KEYSET_FILE",
                        keys.resolve("lookup.json").toString());
    }

    /** Made by the service itself, in its own folder. */
    private Map<String, String> faceKeys() {
        Path keys = home.service("access-service").resolve("keys");
        return Map.of("FACES_KEYSET_FILE", keys.resolve("faces.json").toString());
    }

    /** Part of what devices sign. */
    private Map<String, String> publicUrl() {
        return Map.of("FLEET_DEVICE_PUBLIC_URL", "https://localhost:" + port(8080));
    }

    /** On one machine equipment is simulated, and asked where the simulation is. */
    private static Map<String, String> simulatedEquipment() {
        return Map.of("MONITORING_PING_NETWORKS", "127.0.0.0/8,10.0.0.0/8,192.168.0.0/16");
    }

    /** Where traces go, if whoever starts the fleet says so. */
    private static Map<String, String> tracing() {
        String endpoint = System.getenv(TRACING);
        return endpoint == null ? Map.of() : Map.of(TRACING, endpoint);
    }

    private Map<String, String> certificate() {
        GatewayCertificate files =
                GatewayCertificate.in(home.service(FleetPlan.GATEWAY).resolve("tls"), FleetPlan.authorityOf(home));
        return Map.of(
                "SERVER_SSL_BUNDLE", "gateway",
                "SPRING_SSL_BUNDLE_PEM_GATEWAY_KEYSTORE_CERTIFICATE",
                        files.certificate().toString(),
                "SPRING_SSL_BUNDLE_PEM_GATEWAY_KEYSTORE_PRIVATE_KEY",
                        files.key().toString());
    }

    private Map<String, String> routes() {
        Map<String, String> routes = new TreeMap<>();
        List<String> services = List.of("auth", "access", "helper", "search", "branchowner", "monitoring", "mlops");
        for (int i = 0; i < services.size(); i++) {
            routes.put(
                    "GATEWAY_SERVICES_%s_URL".formatted(services.get(i).toUpperCase(Locale.ROOT)),
                    "http://127.0.0.1:" + port(8081 + i));
        }
        return routes;
    }

    private Database database(String name, int port) {
        return new Database(home, name, port(port));
    }

    private Elasticsearch elasticsearch(int port) {
        Elasticsearch elasticsearch = new Elasticsearch(home, port(port));
        return manner == Manner.SHORT_LIVED ? elasticsearch.shortLived() : elasticsearch;
    }

    private ObjectStore objects(String owner, int port, String... buckets) {
        return new ObjectStore(home, owner, port(port), buckets);
    }

    private ServiceDraft service(String name, int port) {
        Path jar = project.resolve(name).resolve("target").resolve(name + ".jar");
        ServiceDraft service = new ServiceDraft(home, name, jar, port(port))
                .plain(manner == Manner.PLAIN)
                .told(TableOfContents::tracing);
        return manner == Manner.SHORT_LIVED ? service.jvm("-XX:TieredStopAtLevel=1") : service;
    }

    private boolean isPartOfTheProject(Service service) {
        return Files.isRegularFile(project.resolve(service.name()).resolve("pom.xml"));
    }

    private int port(int port) {
        return port + offset;
    }
}
