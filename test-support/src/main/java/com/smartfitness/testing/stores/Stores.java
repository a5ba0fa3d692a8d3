package com.smartfitness.testing.stores;

import com.smartfitness.stack.ElasticsearchServer;
import com.smartfitness.stack.ObjectServer;
import com.smartfitness.stack.RedisFacts;
import com.smartfitness.stack.Server;
import com.smartfitness.testing.servers.ServerHost;
import com.smartfitness.testing.servers.TestBroker;
import com.smartfitness.testing.servers.TestPostgres;
import com.smartfitness.testing.servers.TestRedis;
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
    public static TestPostgres startOwnPostgres() {
        return started(Host.CHOSEN.newPostgres());
    }

    /** A broker that the caller may stop and kill, and closes. */
    public static TestBroker startOwnBroker() {
        return started(Host.CHOSEN.newBroker());
    }

    /** An object store that the caller may stop and kill, and closes. */
    public static ObjectServer startOwnObjectStore() {
        return started(ObjectServer.temporary());
    }

    /** A Redis server that the caller may stop and kill, and closes. */
    public static TestRedis startOwnRedis() {
        return started(Host.CHOSEN.newRedis());
    }

    /** A search engine that the caller may stop and kill, and closes. */
    public static ElasticsearchServer startOwnSearch() {
        return started(ElasticsearchServer.temporary().shortLived());
    }

    private static final class Host {

        private static final ServerHost CHOSEN = ServerHost.chosen();
    }

    /** Those that nearly every module needs, side by side. */
    private static final class Shared {

        private static final CompletableFuture<TestPostgres> POSTGRES =
                CompletableFuture.supplyAsync(() -> untilTheEnd(startOwnPostgres()));
        private static final CompletableFuture<TestBroker> RABBIT =
                CompletableFuture.supplyAsync(() -> untilTheEnd(startOwnBroker()));
    }

    private static final class SharedObjects {

        private static final ObjectServer SERVER = untilTheEnd(startOwnObjectStore());
    }

    private static final class SharedSearch {

        private static final ElasticsearchServer SERVER = untilTheEnd(startOwnSearch());
    }

    private static final class End {

        private static final Queue<Server> SERVERS = new ConcurrentLinkedQueue<>();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> SERVERS.forEach(Server::close), "stores"));
        }
    }

    /** The server is closed when the JVM ends. */
    private static <S extends Server> S untilTheEnd(S server) {
        End.SERVERS.add(server);
        return server;
    }

    private static <S extends Server> S started(S server) {
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
