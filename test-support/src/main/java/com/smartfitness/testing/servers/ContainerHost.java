package com.smartfitness.testing.servers;

/** Runs the images that docker-compose.yml names. */
final class ContainerHost implements ServerHost {

    @Override
    public TestPostgres newPostgres() {
        return new PostgresContainer();
    }

    @Override
    public TestBroker newBroker() {
        return new BrokerContainer();
    }

    @Override
    public TestRedis newRedis() {
        return new RedisContainer();
    }
}
