package com.smartfitness.access.site;

import com.smartfitness.access.AccessApplication;
import com.smartfitness.defaults.security.SigningKeyStore;
import com.smartfitness.devices.MadeUpFaces;
import com.smartfitness.devices.SigningDevice;
import com.smartfitness.events.EquipmentType;
import com.smartfitness.events.Role;
import com.smartfitness.replication.operations.ReplicationStatus;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.RedisFacts;
import com.smartfitness.stack.TemporaryDirectory;
import com.smartfitness.testing.authorisation.Routes;
import com.smartfitness.testing.servers.TestRedis;
import com.smartfitness.testing.stores.ChildJvm;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import com.smartfitness.testing.tokens.TestTokens;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.Cursor;
import org.springframework.data.redis.core.ScanOptions;

/** A running access-service with a store of its own that may be killed, and a second instance of it. */
public final class AccessSite {

    /** Where devices believe the fleet to be. */
    public static final String PUBLIC_URL = "https://gym.example";

    /** The face model of the tests. */
    public static final String MODEL = "test-64";

    public static final int DIMENSION = 64;

    private final TestTokens tokens = TestTokens.create();
    private final TestRedis store = Stores.startOwnRedis();
    private final RedisFacts redis = store.ensureUser("access");
    private final BrokerFacts broker = Stores.broker().newVirtualHost(Neighbours.NAMES);
    private final ModelStore models = new ModelStore();
    private final Neighbours neighbours;
    private final Path directory;
    private final List<ConfigurableApplicationContext> instances = new ArrayList<>();
    private final MadeUpFaces faces = new MadeUpFaces(DIMENSION, 7);

    private AccessSite() {
        directory = TemporaryDirectory.create("access-site");
        neighbours = new Neighbours(broker);
        startInstance();
        // What others tell is taken as soon as one queue hears of it, and of an erasure two have to.
        Eventually.holds("the service listens", instances.getFirst().getBean(ReplicationStatus.class)::isListening);
    }

    /** The one of all tests of this JVM. */
    public static AccessSite shared() {
        return Shared.SITE;
    }

    private static final class Shared {

        private static final AccessSite SITE = new AccessSite();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(SITE::close));
        }
    }

    /** Another instance over the same store. */
    public Client second() {
        if (instances.size() == 1) {
            startInstance();
        }
        return new Client(port(1), tokens);
    }

    private void startInstance() {
        instances.add(new SpringApplicationBuilder(AccessApplication.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean(SigningKeyStore.class, () -> time -> List.of(tokens.publicKey())))
                .run(settings()));
    }

    /** A further instance, in a process of its own. */
    public ChildJvm startProcess() {
        return ChildJvm.start(
                AccessApplication.class, List.of("--add-modules", "jdk.incubator.vector"), Map.of(), settings());
    }

    /** Waits until it answers. */
    public Client clientOf(ChildJvm process) {
        String started = process.awaitLine("Tomcat started on port \\d+", Duration.ofMinutes(2));
        Client client = new Client(Integer.parseInt(started.replaceFirst(".*on port (\\d+).*", "$1")), tokens);
        neighbours.publishes(tokens);
        Eventually.holds(
                "tokens are taken",
                () -> client.get("/api/v1/accesses", "U-operator", "OPERATOR").status() == 200);
        return client;
    }

    private String[] settings() {
        return new String[] {
            "--server.port=0",
            "--spring.rabbitmq.host=" + broker.host(),
            "--spring.rabbitmq.port=" + broker.port(),
            "--spring.rabbitmq.virtual-host=" + broker.virtualHost(),
            "--spring.rabbitmq.username=" + broker.user("access").username(),
            "--spring.rabbitmq.password=" + broker.user("access").password(),
            "--spring.data.redis.host=" + redis.host(),
            "--spring.data.redis.port=" + redis.port(),
            "--spring.data.redis.username=" + redis.username(),
            "--spring.data.redis.password=" + redis.password(),
            "--spring.data.redis.connect-timeout=30s",
            "--faces.keyset-file=" + directory.resolve("faces.json"),
            "--faces.models[" + MODEL + "]=" + DIMENSION,
            "--models.endpoint=" + models.reader().endpoint(),
            "--models.access-key=" + models.reader().accessKey(),
            "--models.secret-key=" + models.reader().secretKey(),
            "--models.bucket=" + models.bucket(),
            "--models.retry=500ms",
            "--fleet.device.public-url=" + PUBLIC_URL,
            "--entries.report=2s",
            "--entries.largest-rate=1000",
            "--gate.sweep=200ms"
        };
    }

    public Neighbours neighbours() {
        return neighbours;
    }

    /** Where mlops-service has its models. */
    public ModelStore models() {
        return models;
    }

    public TestRedis store() {
        return store;
    }

    public MadeUpFaces faces() {
        return faces;
    }

    public Client client() {
        return new Client(port(0), tokens);
    }

    /** A branch with an owner, a gate and a camera, all of them known to the service. */
    public Gym gym() {
        String owner = neighbours.user(Role.BRANCH_OWNER);
        String branch = neighbours.branchOf(owner);
        Gym gym = new Gym(
                branch,
                owner,
                neighbours.device(EquipmentType.GATE, branch),
                neighbours.device(EquipmentType.CAMERA, branch));
        Eventually.holds(
                "the devices are known", () -> client().code(gym.gate()).status() == 200);
        return gym;
    }

    /** Customers who have not enrolled yet, all of them known to the service. */
    public List<Member> newcomers(int count) {
        List<Member> newcomers = neighbours.users(Role.CUSTOMER, count).stream()
                .map(user -> new Member(user, faces.anybody()))
                .toList();
        Eventually.holds(
                "the last one is known",
                () -> client().withdraw(newcomers.getLast().id()).status() == 204);
        return newcomers;
    }

    /** Enrols the face of a new customer, and waits until this instance finds it. */
    public Member member(Gym gym) {
        return member(gym, faces.anybody());
    }

    public Member member(Gym gym, float[] face) {
        Member member = new Member(neighbours.user(Role.CUSTOMER), face);
        Eventually.becomes(
                "the face is enrolled",
                () -> client().enrol(gym.camera(), member.id(), face),
                answer -> answer.status() == 200);
        Eventually.becomes(
                "the face is found",
                () -> client().verify(gym.gate(), face).text("reason"),
                reason -> !reason.equals("NO_MATCH"));
        return member;
    }

    /** What the service answers to. */
    public Collection<String> routes() {
        return Routes.of(instances.getFirst());
    }

    private int port(int number) {
        return instances.get(number).getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** Where the store writes. */
    public byte[] storedBytes() {
        return store.storedBytes();
    }

    /** What a snapshot of the store holds: every key, as Redis serialises it. */
    public byte[] dumpedBytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (RedisConnection connection =
                instances.getFirst().getBean(RedisConnectionFactory.class).getConnection()) {
            try (Cursor<byte[]> keys = connection.keyCommands().scan(ScanOptions.NONE)) {
                keys.forEachRemaining(key -> {
                    all.writeBytes(key);
                    byte[] value = connection.keyCommands().dump(key);
                    // It may have expired in between.
                    all.writeBytes(value == null ? new byte[0] : value);
                });
            }
        }
        return all.toByteArray();
    }

    private void close() {
        instances.forEach(ConfigurableApplicationContext::close);
        neighbours.close();
        store.close();
    }

    public record Gym(String branch, String owner, SigningDevice gate, SigningDevice camera) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Member(String id, float[] face) {}
}
