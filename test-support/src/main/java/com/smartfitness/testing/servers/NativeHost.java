package com.smartfitness.testing.servers;

import com.smartfitness.stack.Ports;
import com.smartfitness.stack.PostgresServer;
import com.smartfitness.stack.RabbitServer;
import com.smartfitness.stack.RedisServer;

/** Runs the programs that this machine has. */
final class NativeHost implements ServerHost {

    @Override
    public TestPostgres newPostgres() {
        return new NativePostgres();
    }

    @Override
    public TestBroker newBroker() {
        return new NativeBroker();
    }

    @Override
    public TestRedis newRedis() {
        return new NativeRedis();
    }

    private static final class NativePostgres extends PostgresServer implements TestPostgres {

        NativePostgres() {
            super(null, Ports.free());
        }
    }

    private static final class NativeBroker extends RabbitServer implements TestBroker {

        NativeBroker() {
            super(null, Ports.free(), Ports.free(), Ports.free());
        }
    }

    private static final class NativeRedis extends RedisServer implements TestRedis {

        NativeRedis() {
            super(null, Ports.free());
        }
    }
}
