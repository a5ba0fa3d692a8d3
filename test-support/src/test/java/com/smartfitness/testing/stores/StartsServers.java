package com.smartfitness.testing.stores;

import com.smartfitness.stack.NativeServer;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A program that starts one of each server, says where they live, and waits to be killed. */
final class StartsServers {

    private StartsServers() {}

    public static void main(String[] arguments) throws InterruptedException {
        List<NativeServer> servers = List.of(
                Stores.startOwnPostgres(),
                Stores.startOwnBroker(),
                Stores.startOwnRedis(),
                Stores.startOwnObjectStore());
        servers.forEach(server -> IO.println("directory " + server.directory()));
        IO.println("started");
        new CountDownLatch(1).await();
    }
}
