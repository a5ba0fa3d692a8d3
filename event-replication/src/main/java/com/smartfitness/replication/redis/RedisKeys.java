package com.smartfitness.replication.redis;

/**
 * Where a service's data are. All keys bear the service's name as hash tag, so that a cluster keeps them together and
 * one script may change any of them.
 *
 * @param service prefix of the service, e.g. {@code access}
 */
record RedisKeys(String service) {

    /** A key of the service's own, e.g. {@code {access}:entry:E1} for {@code entry} and {@code E1}. */
    String of(String... parts) {
        return tag() + String.join(":", parts);
    }

    /** Whether a cluster keeps this key with the others. */
    boolean owns(String key) {
        return key.startsWith(tag());
    }

    /** Hash: epoch, and how many changes were made. */
    String source() {
        return of("replication", "source");
    }

    /** Set: kinds of aggregates that anything was published about. */
    String kinds() {
        return of("replication", "kinds");
    }

    /** Hash: version, type, time and data of each aggregate's last event, with a blank between, by id. */
    String state(String aggregate) {
        return of("replication", "state", aggregate);
    }

    /** Sorted set: ids of the aggregates, all with score 0 and therefore in the order of their bytes. */
    String ids(String aggregate) {
        return of("replication", "ids", aggregate);
    }

    /** Sorted set: those ids whose aggregates are forgotten, by the time in milliseconds from when on. */
    String ends(String aggregate) {
        return of("replication", "ends", aggregate);
    }

    /** Stream: events that have to be sent. */
    String outbox(String aggregate) {
        return of("replication", "outbox", aggregate);
    }

    /** Hash: how far each type's stream has come, {@code <epoch>.<counter>} by type. */
    String sequences() {
        return of("replication", "sequences");
    }

    /** Hash: who relays, and until when nobody may take it from him. */
    String lease() {
        return of("replication", "lease");
    }

    /** Sorted set: {@code <consumer>/<event id>}, by the time in milliseconds when it was handled. */
    String inbox() {
        return of("replication", "inbox");
    }

    /** Hash: how far a replica is complete. */
    String replica(String name) {
        return of("replication", "replica", name);
    }

    /** Hash: the version that each row shows, with what it is compared by, by id; also of what is gone. */
    String replicaVersions(String name) {
        return of("replication", "replica", name, "versions");
    }

    /** Sorted set: ids of these, all with score 0 and therefore in the order of their bytes. */
    String replicaIds(String name) {
        return of("replication", "replica", name, "ids");
    }

    /** Hash: last place seen in the stream of each type. */
    String replicaSeen(String name) {
        return of("replication", "replica", name, "seen");
    }

    private String tag() {
        return "{" + service + "}:";
    }
}
