package com.smartfitness.testing.stores;

import com.smartfitness.stack.NativeServer;
import com.smartfitness.stack.PostgresServer;
import com.smartfitness.stack.RabbitServer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The servers that all integration tests of this JVM share. The first use of any starts them all side by side; they go
 * with the JVM. What a test does must stay inside the database or virtual host it was given: who stops, kills or alarms
 * a server starts an own one.
 */
public final class Stores {

    private Stores() {}

    public static Postgres postgres() {
        return new Postgres(await(Shared.POSTGRES));
    }

    public static Broker broker() {
        return new Broker(await(Shared.RABBIT));
    }

    /** A server that the caller may stop and kill, and closes. */
    public static PostgresServer startOwnPostgres() {
        return started(PostgresServer.temporary());
    }

    /** A broker that the caller may stop and kill, and closes. */
    public static RabbitServer startOwnBroker() {
        return started(RabbitServer.temporary());
    }

    /** A further store is a further line here, and in the list of what the end of the JVM closes. */
    private static final class Shared {

        private static final CompletableFuture<PostgresServer> POSTGRES =
                CompletableFuture.supplyAsync(Stores::startOwnPostgres);
        private static final CompletableFuture<RabbitServer> RABBIT =
                CompletableFuture.supplyAsync(Stores::startOwnBroker);

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(Shared::close, "stores"));
        }

        private static void close() {
            for (CompletableFuture<? extends NativeServer> store : List.of(POSTGRES, RABBIT)) {
                if (store.state() == CompletableFuture.State.SUCCESS) {
                    store.join().close();
                }
            }
        }
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
