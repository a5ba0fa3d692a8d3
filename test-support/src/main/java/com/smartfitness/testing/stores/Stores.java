package com.smartfitness.testing.stores;

import com.smartfitness.stack.ElasticsearchServer;
import com.smartfitness.stack.NativeServer;
import com.smartfitness.stack.ObjectServer;
import com.smartfitness.stack.PostgresServer;
import com.smartfitness.stack.RabbitServer;
import com.smartfitness.stack.RedisFacts;
import com.smartfitness.stack.RedisServer;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The servers that all integration tests of this JVM share. PostgreSQL and RabbitMQ start side by side with the first
 * use of either, each of the others with its own; they go with the JVM. What a test does must stay inside the database,
 * virtual host or bucket it was given: who stops, kills or alarms a server starts an own one.
 */
public final class Stores {

    private Stores() {}

    public static Postgres postgres() {
        return new Postgres(await(Shared.POSTGRES));
    }

    public static Broker broker() {
        return new Broker(await(Shared.RABBIT));
    }

    public static Objects objects() {
        return new Objects(SharedObjects.SERVER);
    }

    public static Search search() {
        return new Search(SharedSearch.SERVER);
    }

    /** A user of an empty Redis server, which starts in no time and shares nothing with other tests. */
    public static RedisFacts newRedis() {
        return untilTheEnd(startOwnRedis()).ensureUser("test");
    }

    /** A server that the caller may stop and kill, and closes. */
    public static PostgresServer startOwnPostgres() {
        return started(PostgresServer.temporary());
    }

    /** A broker that the caller may stop and kill, and closes. */
    public static RabbitServer startOwnBroker() {
        return started(RabbitServer.temporary());
    }

    /** An object store that the caller may stop and kill, and closes. */
    public static ObjectServer startOwnObjectStore() {
        return started(ObjectServer.temporary());
    }

    /** A Redis server that the caller may stop and kill, and closes. */
    public static RedisServer startOwnRedis() {
        return started(RedisServer.temporary());
    }

    /** A search engine that the caller may stop and kill, and closes. */
    public static ElasticsearchServer startOwnSearch() {
        return started(ElasticsearchServer.temporary().shortLived());
    }

    /** Those that nearly every module needs, side by side. */
    private static final class Shared {

        private static final CompletableFuture<PostgresServer> POSTGRES =
                CompletableFuture.supplyAsync(() -> untilTheEnd(startOwnPostgres()));
        private static final CompletableFuture<RabbitServer> RABBIT =
                CompletableFuture.supplyAsync(() -> untilTheEnd(startOwnBroker()));
    }

    private static final class SharedObjects {

        private static final ObjectServer SERVER = untilTheEnd(startOwnObjectStore());
    }

    private static final class SharedSearch {

        private static final ElasticsearchServer SERVER = untilTheEnd(startOwnSearch());
    }

    private static final class End {

        private static final Queue<NativeServer> SERVERS = new ConcurrentLinkedQueue<>();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> SERVERS.forEach(NativeServer::close), "stores"));
        }
    }

    /** The server is closed when the JVM ends. */
    private static <S extends NativeServer> S untilTheEnd(S server) {
        End.SERVERS.add(server);
        return server;
    }

    private static <S extends NativeServer> S started(S server) {
        try {
            server.start();
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static <S> S await(CompletableFuture<S> store) {
        try {
            return store.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
