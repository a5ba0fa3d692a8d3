package com.smartfitness.bench.gate;

import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.RedisFacts;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** access-service in a process of its own, from the jar that the build has made. */
final class AccessProcess implements AutoCloseable {

    private static final Path JAR = Path.of("access-service", "target", "access-service.jar");
    private static final long START_NANOS = TimeUnit.MINUTES.toNanos(5);

    private final Process process;
    private final URI address;
    private final double secondsToReady;

    private AccessProcess(Process process, URI address, double secondsToReady) {
        this.process = process;
        this.address = address;
        this.secondsToReady = secondsToReady;
    }

    /** Starts it and waits until every face is in memory. Its replicas stay incomplete: no other service answers. */
    static AccessProcess start(RedisFacts redis, BrokerFacts broker, Path folder, List<String> jvm)
            throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(jvm);
        command.addAll(List.of("--add-modules", "jdk.incubator.vector", "-jar"));
        command.add(JAR.toAbsolutePath().toString());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("access-service.log").toFile());
        builder.environment()
                .putAll(Map.ofEntries(
                        Map.entry("SERVER_PORT", Integer.toString(port)),
                        Map.entry("SPRING_RABBITMQ_HOST", broker.host()),
                        Map.entry("SPRING_RABBITMQ_PORT", Integer.toString(broker.port())),
                        Map.entry("SPRING_RABBITMQ_VIRTUAL_HOST", broker.virtualHost()),
                        Map.entry(
                                "SPRING_RABBITMQ_USERNAME",
                                broker.user("access").username()),
                        Map.entry(
                                "SPRING_RABBITMQ_PASSWORD",
                                broker.user("access").password()),
                        Map.entry("SPRING_DATA_REDIS_HOST", redis.host()),
                        Map.entry("SPRING_DATA_REDIS_PORT", Integer.toString(redis.port())),
                        Map.entry("SPRING_DATA_REDIS_USERNAME", redis.username()),
                        Map.entry("SPRING_DATA_REDIS_PASSWORD", redis.password()),
                        Map.entry("MANAGEMENT_ENDPOINT_HEALTH_GROUP_READINESS_INCLUDE", "readinessState,faces"),
                        Map.entry(
                                "FACES_KEYSET_FILE",
                                folder.resolve("faces.json").toString())));
        long started = System.nanoTime();
        Process process = builder.start();
        URI address = URI.create("http://127.0.0.1:" + port);
        while (!isReady(address)) {
            if (!process.isAlive() || System.nanoTime() - started > START_NANOS) {
                process.destroyForcibly();
                throw new IOException("access-service does not get ready; see " + folder.resolve("access-service.log"));
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return new AccessProcess(process, address, (System.nanoTime() - started) / 1e9);
    }

    URI address() {
        return address;
    }

    double secondsToReady() {
        return secondsToReady;
    }

    private static boolean isReady(URI address) throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(address.resolve("/actuator/health/readiness"))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
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
