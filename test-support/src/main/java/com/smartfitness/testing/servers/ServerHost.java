package com.smartfitness.testing.servers;

import com.smartfitness.stack.RabbitServer;
import com.smartfitness.stack.RedisServer;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;

/** Where the tests' servers run: this machine itself, or an engine for containers. */
public interface ServerHost {

    /** The environment's variable that chooses: {@code native} or {@code containers}. */
    String CHOICE = "TEST_STORES";

    TestPostgres newPostgres();

    TestBroker newBroker();

    TestRedis newRedis();

    /** The one chosen; where none is, the programs of this machine if it has them, or else containers if it can. */
    static ServerHost chosen() {
        return chosenBy(System.getenv(CHOICE));
    }

    private static ServerHost chosenBy(@Nullable String choice) {
        return switch (choice) {
            case "native" -> new NativeHost();
            case "containers" -> new ContainerHost();
            case null -> {
                boolean installed = RabbitServer.isInstalled() && RedisServer.isInstalled();
                // Without either, a start says which program to install.
                yield installed || !DockerClientFactory.instance().isDockerAvailable()
                        ? new NativeHost()
                        : new ContainerHost();
            }
            case String other ->
                throw new IllegalArgumentException("%s is native or containers, not %s".formatted(CHOICE, other));
        };
    }
}
