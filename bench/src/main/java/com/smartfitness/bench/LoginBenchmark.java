package com.smartfitness.bench;

import com.smartfitness.fleet.Fleet;
import com.smartfitness.fleet.FleetHome;
import com.smartfitness.fleet.FleetPlan;
import com.smartfitness.stack.StackException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long signing in takes at auth-service, and another request meanwhile, with passwords hashed as in production. */
@Command(name = "login", mixinStandardHelpOptions = true, description = "Signing in, at several rates.")
final class LoginBenchmark implements Callable<Integer> {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final int ACCOUNTS = 50;
    private static final String PASSWORD = "correct horse battery";

    @Option(
            names = "--rates",
            split = ",",
            defaultValue = "2,5,10",
            description = "Sign-ins a second. Default: ${DEFAULT-VALUE}")
    private List<Integer> rates = List.of(2, 5, 10);

    @Option(names = "--seconds", defaultValue = "30", description = "Of each rate. Default: ${DEFAULT-VALUE}")
    private int seconds = 30;

    @Option(
            names = "--port-offset",
            defaultValue = "3000",
            description = "Added to every port, beside a fleet that is up. Default: ${DEFAULT-VALUE}")
    private int portOffset = 3_000;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path project = Path.of("").toAbsolutePath();

    /**
     * What one rate has shown.
     *
     * @param signIns in milliseconds, from when each was due
     * @param others the same for a request that needs no password, ten a second
     */
    record Rate(int perSecond, Latency signIns, Latency others, int failed) {}

    record Latency(double p50, double p95, double p99, double max) {

        private static Latency of(Histogram micros) {
            return new Latency(
                    micros.getValueAtPercentile(50) / 1e3,
                    micros.getValueAtPercentile(95) / 1e3,
                    micros.getValueAtPercentile(99) / 1e3,
                    micros.getMaxValue() / 1e3);
        }
    }

    record LoginReport(MachineFacts machine, List<Rate> rates) {}

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("fleet-login-");
        // Servers of another account pass through it.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        FleetPlan plan = FleetPlan.of(project, new FleetHome(folder), portOffset);
        try (Fleet fleet = Fleet.of(plan)) {
            Progress.say("Starting auth-service and what it needs");
            for (String name : List.of("auth-db", "rabbitmq", "auth-service")) {
                fleet.start(name);
            }
            await(fleet);
            URI auth = plan.service("auth-service").uri();
            for (int account = 0; account < ACCOUNTS; account++) {
                signUp(auth, account);
            }
            Progress.say("Warming up");
            measure(auth, rates.getFirst(), seconds / 2);
            List<Rate> found = new ArrayList<>();
            for (int rate : rates) {
                Progress.say("%d sign-ins a second".formatted(rate));
                found.add(measure(auth, rate, seconds));
            }
            LoginReport report = new LoginReport(MachineFacts.read(), found);
            System.out.println(text(report));
            System.out.println("as JSON: " + Reports.write("login", report) + "\n");
        }
        Progress.say("The fleet's folder can be removed: " + folder);
        return 0;
    }

    private static void await(Fleet fleet) throws InterruptedException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!fleet.condition("auth-service").ready()) {
            if (System.nanoTime() > deadline) {
                throw new StackException("auth-service is not ready: " + fleet.condition("auth-service"));
            }
            Thread.sleep(100);
        }
    }

    /** Open loop: each request is due at its time, and lateness counts. */
    private Rate measure(URI auth, int perSecond, int duration) throws InterruptedException {
        Histogram signIns = new ConcurrentHistogram(3);
        Histogram others = new ConcurrentHistogram(3);
        AtomicInteger failed = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Thread other = Thread.ofVirtual()
                    .start(() -> pace(
                            threads,
                            10,
                            duration,
                            n -> () -> {
                                HttpRequest keys = HttpRequest.newBuilder(auth.resolve("/.well-known/jwks.json"))
                                        .build();
                                return send(keys);
                            },
                            others,
                            failed));
            pace(threads, perSecond, duration, n -> () -> send(signIn(auth, n % ACCOUNTS)), signIns, failed);
            other.join();
        }
        return new Rate(perSecond, Latency.of(signIns), Latency.of(others), failed.get());
    }

    private interface Work {
        Callable<Integer> of(int number);
    }

    private static void pace(
            ExecutorService threads, int perSecond, int duration, Work work, Histogram into, AtomicInteger failed) {
        long start = System.nanoTime();
        for (int n = 0; n < perSecond * duration; n++) {
            long due = start + n * 1_000_000_000L / perSecond;
            LockSupport.parkNanos(due - System.nanoTime());
            Callable<Integer> request = work.of(n);
            threads.execute(() -> {
                try {
                    if (request.call() != 200) {
                        failed.incrementAndGet();
                    }
                } catch (Exception e) {
                    failed.incrementAndGet();
                }
                into.recordValue((System.nanoTime() - due) / 1_000);
            });
        }
    }

    private void signUp(URI auth, int account) throws Exception {
        int status = send(post(auth.resolve("/api/v1/owners"), """
                {"email":"%s","password":"%s","name":"a","alias":"b"}""".formatted(email(account), PASSWORD)));
        if (status != 201) {
            throw new IllegalStateException("Signing up was answered " + status);
        }
    }

    private static HttpRequest signIn(URI auth, int account) {
        return post(auth.resolve("/api/v1/tokens"), """
                {"email":"%s","password":"%s"}""".formatted(email(account), PASSWORD));
    }

    private static HttpRequest post(URI uri, String body) {
        return HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private int send(HttpRequest request) throws Exception {
        HttpResponse<Void> answer = http.send(request, BodyHandlers.discarding());
        return answer.statusCode();
    }

    private static String email(int account) {
        return "login-%d@example.com".formatted(account);
    }

    private static String text(LoginReport report) {
        StringBuilder text = new StringBuilder("""
                login: signing in at auth-service (Argon2id, 19 MiB, 2 passes), open loop, in ms from when it was due

                machine     %s

                """.formatted(report.machine()));
        for (Rate rate : report.rates()) {
            text.append(
                    "%3d/s  sign-in  p50 %.1f  p95 %.1f  p99 %.1f  max %.1f%n       keys     p50 %.1f  p95 %.1f  p99 %.1f  max %.1f  failed %d%n"
                            .formatted(
                                    rate.perSecond(),
                                    rate.signIns().p50(),
                                    rate.signIns().p95(),
                                    rate.signIns().p99(),
                                    rate.signIns().max(),
                                    rate.others().p50(),
                                    rate.others().p95(),
                                    rate.others().p99(),
                                    rate.others().max(),
                                    rate.failed()));
        }
        return text.toString();
    }
}
