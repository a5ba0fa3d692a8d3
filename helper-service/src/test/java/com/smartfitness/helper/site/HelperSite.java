package com.smartfitness.helper.site;

import com.smartfitness.defaults.security.SigningKeyStore;
import com.smartfitness.helper.HelperApplication;
import com.smartfitness.models.S3Clients;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.DatabaseFacts;
import com.smartfitness.stack.ObjectStoreFacts;
import com.smartfitness.testing.authorisation.Routes;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import com.smartfitness.testing.stores.TcpLink;
import com.smartfitness.testing.tokens.TestTokens;
import java.net.URI;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** A running helper-service with stores of its own, each behind a link that can be cut. */
public final class HelperSite implements AutoCloseable {

    /** What signs the tokens that the service takes. */
    public static final TestTokens TOKENS = TestTokens.create();

    private static final ObjectStoreFacts STORE_OWNER = Stores.objects().owner();

    private final String photoBucket = Stores.objects().newBucket();
    private final String modelBucket = Stores.objects().newBucket();
    private final S3Client objects =
            S3Clients.create(STORE_OWNER.endpoint(), STORE_OWNER.accessKey(), STORE_OWNER.secretKey());
    private final TcpLink database;
    private final TcpLink broker;
    private final TcpLink photoStore;
    private final Neighbours neighbours;
    private final ConfigurableApplicationContext context;

    private HelperSite() throws Exception {
        DatabaseFacts facts = Stores.postgres().newDatabase();
        URI address = URI.create(facts.jdbcUrl().substring("jdbc:".length()));
        database = TcpLink.to(address.getPort());
        BrokerFacts virtualHost = Stores.broker().newVirtualHost(Neighbours.NAMES);
        broker = TcpLink.to(virtualHost.port());
        photoStore = TcpLink.to(URI.create(STORE_OWNER.endpoint()).getPort());
        ObjectStoreFacts models = Stores.objects().newReader(modelBucket);
        neighbours = new Neighbours(virtualHost);
        context = new SpringApplicationBuilder(HelperApplication.class, Keys.class)
                .properties(Map.ofEntries(
                        Map.entry("server.port", "0"),
                        Map.entry("spring.datasource.url", "jdbc:" + at(database, address)),
                        Map.entry("spring.datasource.username", facts.username()),
                        Map.entry("spring.datasource.password", facts.password()),
                        Map.entry("spring.rabbitmq.host", virtualHost.host()),
                        Map.entry("spring.rabbitmq.port", broker.port()),
                        Map.entry("spring.rabbitmq.virtual-host", virtualHost.virtualHost()),
                        Map.entry(
                                "spring.rabbitmq.username",
                                virtualHost.user("helper").username()),
                        Map.entry(
                                "spring.rabbitmq.password",
                                virtualHost.user("helper").password()),
                        Map.entry("objects.endpoint", at(photoStore, URI.create(STORE_OWNER.endpoint()))),
                        Map.entry("objects.access-key", STORE_OWNER.accessKey()),
                        Map.entry("objects.secret-key", STORE_OWNER.secretKey()),
                        Map.entry("objects.bucket", photoBucket),
                        Map.entry("models.endpoint", models.endpoint()),
                        Map.entry("models.access-key", models.accessKey()),
                        Map.entry("models.secret-key", models.secretKey()),
                        Map.entry("models.bucket", modelBucket),
                        Map.entry("models.retry", "500ms"),
                        Map.entry("judgement.retry", "500ms")))
                .run("--server.port=0");
    }

    /** Starts a service that nothing is known to yet. */
    public static HelperSite start() {
        try {
            return new HelperSite();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A service with a model, for tests that change neither it nor the stores. */
    public static HelperSite shared() {
        return Shared.SITE;
    }

    public Neighbours neighbours() {
        return neighbours;
    }

    public TcpLink database() {
        return database;
    }

    public TcpLink broker() {
        return broker;
    }

    public TcpLink photoStore() {
        return photoStore;
    }

    /** Waits until the user has been replicated, and acts for them. */
    public Person person(String userId, String role) {
        awaitRow("known_user", "user_id", userId);
        return new Person(port(), userId, TOKENS.bearer(userId, role));
    }

    /** Somebody whom this service has not heard of. */
    public Person stranger(String role) {
        String id = "U-" + UUID.randomUUID();
        return new Person(port(), id, TOKENS.bearer(id, role));
    }

    /** Somebody who has not signed in. */
    public Person nobody() {
        return new Person(port(), "nobody", null);
    }

    /** Where the service answers. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** What the API consists of, e.g. {@code GET /api/v1/tasks}. */
    public Stream<String> routes() {
        return Routes.of(context).stream().filter(route -> route.contains(" /api/"));
    }

    /** A branch with its owner and one helper. */
    public Gym gym() {
        String owner = neighbours.owner();
        return gymIn(neighbours.branchOf(owner), owner);
    }

    public Gym gymIn(String branch, String owner) {
        awaitRow("known_branch", "branch_id", branch);
        return new Gym(branch, person(owner, "BRANCH_OWNER"), person(neighbours.helperOf(branch), "HELPER"));
    }

    public void awaitRow(String table, String key, String id) {
        Eventually.holds("%s in %s".formatted(id, table), () -> database(table, key, id) == 1);
    }

    /** Puts a model into the bucket that models are fetched from, and deploys it. */
    public void deploy(String version, byte[] model) {
        deploy(version, model, digest(model));
    }

    public void deploy(String version, byte[] model, String sha256) {
        put(modelBucket, modelKey(version), model);
        neighbours.deploys(version, modelUrl(version), sha256);
    }

    /** Where a model of this version belongs. */
    public String modelUrl(String version) {
        return "s3://%s/%s".formatted(modelBucket, modelKey(version));
    }

    private static String modelKey(String version) {
        return "laundry/" + version + ".onnx";
    }

    /** Puts an object into a bucket; returns its URL. */
    public String put(String bucket, String key, byte[] content) {
        objects.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromBytes(content));
        return "s3://%s/%s".formatted(bucket, key);
    }

    /** Keys of all photos that are kept. */
    public List<String> photos() {
        return objects.listObjectsV2(list -> list.bucket(photoBucket)).contents().stream()
                .map(object -> object.key())
                .toList();
    }

    public static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public JdbcClient rows() {
        return context.getBean(JdbcClient.class);
    }

    @Override
    public void close() {
        database.restore();
        broker.restore();
        photoStore.restore();
        context.close();
        neighbours.close();
        objects.close();
        database.close();
        broker.close();
        photoStore.close();
    }

    private long database(String table, String key, String id) {
        return rows().sql("select count(*) from %s where %s = ?".formatted(table, key))
                .param(id)
                .query(Long.class)
                .single();
    }

    private int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private static String at(TcpLink link, URI address) {
        return address.toString().replace(":" + address.getPort(), ":" + link.port());
    }

    /** A branch, its owner and a helper. */
    public record Gym(String branch, Person owner, Person helper) {}

    @TestConfiguration
    static class Keys {

        @Bean
        SigningKeyStore keys() {
            return time -> List.of(TOKENS.publicKey());
        }
    }

    private static final class Shared {

        private static final HelperSite SITE = started();

        private static HelperSite started() {
            HelperSite site = start();
            site.deploy("shared", BrightnessModel.asAgreed().toBytes());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> site.context.close(), "helper-site"));
            return site;
        }
    }
}
