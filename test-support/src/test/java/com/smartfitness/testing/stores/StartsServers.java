package com.smartfitness.testing.stores;

import com.smartfitness.stack.NativeServer;
import com.smartfitness.stack.ObjectServer;
import com.smartfitness.stack.PostgresServer;
import com.smartfitness.stack.RabbitServer;
import com.smartfitness.stack.RedisServer;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A program that starts one of each server, says where they live, and waits to be killed. */
final class StartsServers {

    private StartsServers() {}

    public static void main(String[] arguments) throws InterruptedException {
        List<NativeServer> servers = List.of(
                PostgresServer.temporary(),
                RabbitServer.temporary(),
                RedisServer.temporary(),
                ObjectServer.temporary());
        servers.forEach(server -> {
            server.start();
            IO.println("directory " + server.directory());
        });
        IO.println("started");
        new CountDownLatch(1).await();
    }
}
