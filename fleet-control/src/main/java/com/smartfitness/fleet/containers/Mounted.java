package com.smartfitness.fleet.containers;

import com.smartfitness.fleet.FleetHome;
import com.smartfitness.fleet.authority.Identity;
import com.smartfitness.fleet.authority.LocalAuthority;
import com.smartfitness.stack.BrokerDefinitions;
import com.smartfitness.stack.RedisUsers;
import com.smartfitness.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What containers find under {@code /run/fleet}: each its own passwords, keys and certificate, in a folder of its own.
 * Within a container anybody may read it; on the machine nobody passes through the folder above but its user.
 */
final class Mounted {

    /** Those that own a PostgreSQL database. */
    private static final List<String> WITH_DATABASE = List.of("auth", "helper", "branchowner", "monitoring", "mlops");

    private static final List<String> WITHOUT = List.of("access", "search");

    private final FleetHome home;
    private final Path folder;
    private final LocalAuthority authority;

    Mounted(FleetHome home) {
        this.home = home;
        this.folder = home.folder().resolve("mounted");
        this.authority = new LocalAuthority(home.authority(), Clock.systemUTC());
    }

    /** Writes all of it; what was generated before stays as it is. */
    Path write() {
        home.create();
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            for (String owner : WITH_DATABASE) {
                database(owner);
                service(owner);
            }
            for (String owner : WITHOUT) {
                service(owner);
            }
            gateway();
            broker();
            redis();
            setting("auth", "auth.operator.password", "operator");
            keyStore("elasticsearch");
            put("elasticsearch", "api-key", home.secret("elasticsearch"));
            setting("search", "elasticsearch.api-key", "elasticsearch");
            objects("helper");
            reader("helper", "helper-photos", "mlops", "photos");
            objects("mlops");
            reader("mlops", "mlops-models", "helper", "models");
            reader("mlops", "mlops-models", "access", "models");
            return folder;
        } catch (IOException e) {
            throw new StackException("%s cannot be filled: %s".formatted(folder, e.getMessage()), e);
        }
    }

    private void database(String owner) throws IOException {
        String store = owner + "-db";
        certificate(store);
        put(store, "superuser-password", home.secret(store + ".superuser"));
        put(store, "password", home.secret(store));
        setting(owner, "spring.datasource.password", store);
    }

    private void service(String owner) throws IOException {
        certificate(owner + "-service");
        setting(owner, "spring.rabbitmq.password", brokerPassword(owner));
    }

    private void gateway() throws IOException {
        certificate("api-gateway");
        put("api-gateway", "config/spring.rabbitmq.password", home.secret(brokerPassword("gateway")));
    }

    private void broker() throws IOException {
        certificate("rabbitmq");
        BrokerDefinitions definitions = new BrokerDefinitions("fleet", user -> home.secret("rabbitmq." + user));
        definitions.service("gateway");
        WITH_DATABASE.forEach(definitions::service);
        WITHOUT.forEach(definitions::service);
        put("rabbitmq", "definitions.json", definitions.toJson());
    }

    private void redis() throws IOException {
        certificate("redis");
        put("redis", "users.acl", RedisUsers.file(Map.of("access", home.secret("redis"))));
        setting("access", "spring.data.redis.password", "redis");
    }

    /** The key of a service to its own object store. */
    private void objects(String owner) throws IOException {
        String store = owner + "-objects";
        keyStore(store);
        put(store, "keys/owner", "secret=%s\n".formatted(home.secret(store)));
        setting(owner, "objects.secret-key", store);
    }

    /** The key of another service to one bucket of it. */
    private void reader(String owner, String bucket, String reader, String prefixAtReader) throws IOException {
        String store = owner + "-objects";
        String key = store + "." + reader;
        put(store, "keys/" + reader, "secret=%s\nreadable=%s\n".formatted(home.secret(key), bucket));
        setting(reader, prefixAtReader + ".secret-key", key);
    }

    private Identity certificate(String host) throws IOException {
        Identity identity =
                authority.server(host, home.authority().resolve("servers").resolve(host));
        put(host, "tls/server.pem", identity.certificatePem());
        put(host, "tls/server.key", identity.keyPem());
        put(host, "tls/ca.pem", Files.readString(authority.certificate()));
        authority.writeTrust(folder.resolve(host).resolve("tls/ca.p12"), "public");
        readable(folder.resolve(host).resolve("tls/ca.p12"), "rw-r--r--");
        return identity;
    }

    /** The certificate for what runs on a JVM. The password has to be something; who may read the file protects it. */
    private void keyStore(String host) throws IOException {
        Identity identity = certificate(host);
        Path file = folder.resolve(host).resolve("tls/server.p12");
        identity.writeStore(file, "unprotected");
        readable(file, "rw-r--r--");
    }

    /** A setting of a service, by Spring's name of it. */
    private void setting(String owner, String property, String secret) throws IOException {
        put(owner + "-service", "config/" + property, home.secret(secret));
    }

    private static String brokerPassword(String owner) {
        return "rabbitmq.%s-service".formatted(owner);
    }

    private void put(String container, String name, String text) throws IOException {
        Path file = folder.resolve(container).resolve(name);
        Path parent = Objects.requireNonNull(file.getParent());
        Files.createDirectories(parent);
        readable(folder.resolve(container), "rwxr-xr-x");
        readable(parent, "rwxr-xr-x");
        Files.writeString(file, text);
        readable(file, "rw-r--r--");
    }

    private static void readable(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
}
