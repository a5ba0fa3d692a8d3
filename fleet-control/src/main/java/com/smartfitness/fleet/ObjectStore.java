package com.smartfitness.fleet;

import com.smartfitness.stack.ObjectServer;
import com.smartfitness.stack.ObjectStoreFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The object store of one service, in which others may read what it publishes. */
final class ObjectStore implements Store {

    private final String owner;
    private final List<String> buckets;
    private final Map<String, String> readers = new TreeMap<>();
    private final ObjectServer server;
    private volatile @Nullable String version;

    ObjectStore(FleetHome home, String owner, int port, String... buckets) {
        this.owner = owner;
        this.buckets = List.of(buckets);
        this.server = ObjectServer.at(home.store(owner + "-objects"), port);
    }

    /** Lets a service read one bucket, without seeing what else there is. */
    ObjectStore readBy(String service, String bucket) {
        readers.put(service, bucket);
        return this;
    }

    @Override
    public String name() {
        return owner + "-objects";
    }

    @Override
    public String kind() {
        return "S3Proxy";
    }

    @Override
    public int[] ports() {
        return new int[] {server.port()};
    }

    @Override
    public int memory() {
        return 200;
    }

    @Override
    public ObjectServer server() {
        return server;
    }

    @Override
    public Optional<String> version() {
        return Optional.ofNullable(version);
    }

    @Override
    public void provision() {
        buckets.forEach(server::ensureBucket);
        readers.forEach(server::reader);
        version = server.version();
    }

    @Override
    public Map<String, String> environmentFor(String service) {
        return environment("OBJECTS", server.owner());
    }

    /** The environment that lets a reader in, by names that begin with the prefix. */
    Map<String, String> environmentForReader(String service, String prefix) {
        String bucket = readers.get(service);
        if (bucket == null) {
            throw new IllegalArgumentException("%s does not read from %s".formatted(service, name()));
        }
        return environment(prefix, server.reader(service, bucket));
    }

    private static Map<String, String> environment(String prefix, ObjectStoreFacts facts) {
        return Map.of(
                prefix + "_ENDPOINT", facts.endpoint(),
                prefix + "_ACCESS_KEY", facts.accessKey(),
                prefix + "_SECRET_KEY", facts.secretKey());
    }
}
