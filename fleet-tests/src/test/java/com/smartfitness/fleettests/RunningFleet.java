package com.smartfitness.fleettests;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.smartfitness.fleet.Fleet;
import com.smartfitness.fleet.FleetHome;
import com.smartfitness.fleet.FleetPlan;
import com.smartfitness.fleet.ObjectClients;
import com.smartfitness.fleet.demo.Account;
import com.smartfitness.fleet.demo.DemoData;
import com.smartfitness.fleet.demo.GatewayClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;

/** The fleet that all tests of this JVM share. Who stops a part of it starts it again. */
final class RunningFleet {

    /** Beside a fleet that the user may have up, and below the ports that clients are given. */
    private static final int PORT_OFFSET = 10_000;

    private static final Duration START_LIMIT = Duration.ofMinutes(6);

    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();

    private static final Fleet FLEET = start();

    private RunningFleet() {}

    static Fleet fleet() {
        return FLEET;
    }

    static GatewayClient gateway() {
        return DemoData.gateway(FLEET.plan());
    }

    /** auth-service itself, for more sign-ins than the gateway takes from one address. */
    static GatewayClient authService() {
        return directly("auth-service");
    }

    /** A service itself, for more requests than the gateway takes. */
    static GatewayClient directly(String service) {
        return DemoData.directly(FLEET.plan(), service);
    }

    static Account operator() {
        return DemoData.operator(FLEET.plan().home());
    }

    /** Takes parts of the fleet away while something is done. */
    static void without(List<String> names, Attempt attempt) throws Exception {
        try {
            names.forEach(FLEET::stop);
            attempt.run();
        } finally {
            names.forEach(FLEET::start);
        }
    }

    /** Something that is done. */
    interface Attempt {
        void run() throws Exception;
    }

    /** Puts another jar in the place of a service's, for its next start. */
    static void replaceJar(String service, Replacement replacement) throws IOException {
        Path jar = FLEET.plan().service(service).jar();
        Path newer = jar.resolveSibling("newer.jar");
        replacement.build(PROJECT, jar.toRealPath(), newer);
        Files.move(newer, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Makes a jar out of one that was built. */
    interface Replacement {
        void build(Path project, Path jar, Path newer) throws IOException;
    }

    /** A way into the broker that no service has. */
    static Connection brokerAsAdministrator() throws IOException, TimeoutException {
        Path password = FLEET.plan().component("rabbitmq").server().directory().resolve("administrator.password");
        return broker("administrator", Files.readString(password).strip());
    }

    /** A plain AMQP client's way into the broker, as helper-service's user. */
    static Connection brokerAsHelperService() throws IOException, TimeoutException {
        Map<String, String> environment = environment("helper-service");
        return broker(environment.get("SPRING_RABBITMQ_USERNAME"), environment.get("SPRING_RABBITMQ_PASSWORD"));
    }

    /** What a service is told at its start. */
    static Map<String, String> environment(String service) {
        return FLEET.plan().service(service).environment();
    }

    /** A way into a service's database, as the service itself. */
    static java.sql.Connection database(String service) throws SQLException {
        Map<String, String> environment = environment(service);
        return DriverManager.getConnection(
                environment.get("SPRING_DATASOURCE_URL"),
                environment.get("SPRING_DATASOURCE_USERNAME"),
                environment.get("SPRING_DATASOURCE_PASSWORD"));
    }

    /** A way into the object store that a service owns, with a key. */
    static S3Client objects(String owner, String accessKey, String secretKey) {
        return ObjectClients.of(environment(owner).get("OBJECTS_ENDPOINT"), accessKey, secretKey);
    }

    private static Connection broker(String user, String password) throws IOException, TimeoutException {
        Map<String, String> environment = environment("helper-service");
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(environment.get("SPRING_RABBITMQ_HOST"));
        factory.setPort(Integer.parseInt(environment.get("SPRING_RABBITMQ_PORT")));
        factory.setVirtualHost(environment.get("SPRING_RABBITMQ_VIRTUAL_HOST"));
        factory.setUsername(user);
        factory.setPassword(password);
        return factory.newConnection();
    }

    private static Fleet start() {
        try {
            Path folder = Files.createTempDirectory("fleet-tests");
            // Servers of another account pass through it.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            Path jars = linkJars(folder.resolve("project"));
            Fleet fleet = Fleet.of(FleetPlan.shortLived(jars, new FleetHome(folder.resolve("home")), PORT_OFFSET));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(fleet, folder), "fleet"));
            fleet.startAll();
            fleet.awaitReady(START_LIMIT);
            return fleet;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The services' jars in a folder where one can be replaced without a trace in the build. */
    private static Path linkJars(Path folder) throws IOException {
        try (Stream<Path> modules = Files.list(PROJECT)) {
            for (Path module : modules.toList()) {
                String name = module.getFileName().toString();
                Path jar = module.resolve("target").resolve(name + ".jar");
                if (Files.exists(jar)) {
                    Path target = Files.createDirectories(folder.resolve(name).resolve("target"));
                    Files.createSymbolicLink(target.resolve(name + ".jar"), jar);
                    Files.createSymbolicLink(folder.resolve(name).resolve("pom.xml"), module.resolve("pom.xml"));
                }
            }
        }
        return folder;
    }

    private static void end(Fleet fleet, Path folder) {
        fleet.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
