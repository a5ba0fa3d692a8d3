package com.smartfitness.bench.machine;

import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.Credentials;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A service in a process of its own, from the jar that the build has made. */
public final class ServiceProcess implements AutoCloseable {

    private static final long START_NANOS = TimeUnit.MINUTES.toNanos(5);

    private final Process process;
    private final double secondsToReady;

    private ServiceProcess(Process process, double secondsToReady) {
        this.process = process;
        this.secondsToReady = secondsToReady;
    }

    /** What every service is told: its port, and its way to the broker. May be added to. */
    public static Map<String, String> settings(BrokerFacts broker, String service, int port) {
        Credentials user = broker.user(service);
        return new HashMap<>(Map.of(
                "SERVER_PORT", Integer.toString(port),
                "SPRING_RABBITMQ_HOST", broker.host(),
                "SPRING_RABBITMQ_PORT", Integer.toString(broker.port()),
                "SPRING_RABBITMQ_VIRTUAL_HOST", broker.virtualHost(),
                "SPRING_RABBITMQ_USERNAME", user.username(),
                "SPRING_RABBITMQ_PASSWORD", user.password()));
    }

    /**
     * Starts a service and waits until it answers.
     *
     * @param ready where it answers 200 when it is ready
     */
    public static ServiceProcess start(
            String name, List<String> jvm, Map<String, String> settings, Path folder, HttpClient client, URI ready)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Jvm.tool("java")));
        command.addAll(jvm);
        command.addAll(List.of(
                "-jar", Path.of(name, "target", name + ".jar").toAbsolutePath().toString()));
        Path log = folder.resolve(name + ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(settings);
        long started = System.nanoTime();
        Process process = builder.start();
        // A benchmark that is broken off leaves nobody behind.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "end of " + name));
        while (!isReady(client, ready)) {
            if (!process.isAlive() || System.nanoTime() - started > START_NANOS) {
                process.destroyForcibly();
                throw new IOException("%s does not get ready; see %s".formatted(name, log));
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return new ServiceProcess(process, (System.nanoTime() - started) / 1e9);
    }

    /** What it has taken of the machine. */
    public ServerUse use() {
        return ServerUse.of(process.pid());
    }

    /** Megabytes of main memory that it takes now. */
    public long residentMb() {
        return use().residentBytes() / (1024 * 1024);
    }

    public double secondsToReady() {
        return secondsToReady;
    }

    private static boolean isReady(HttpClient client, URI ready) throws InterruptedException {
        try {
            return client.send(HttpRequest.newBuilder(ready).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 30, TimeUnit.SECONDS).join().destroyForcibly();
    }
}
