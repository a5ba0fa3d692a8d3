package com.smartfitness.bench;

import com.smartfitness.bench.http.Latency;
import com.smartfitness.bench.http.OpenLoop;
import com.smartfitness.fleet.Fleet;
import com.smartfitness.fleet.FleetHome;
import com.smartfitness.fleet.FleetPlan;
import com.smartfitness.stack.StackException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long signing in takes at auth-service, and another request meanwhile, with passwords hashed as in production. */
@Command(name = "login", description = "Signing in, at several rates.")
final class LoginBenchmark implements Callable<Integer> {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final int PORT_OFFSET = 13_000;
    private static final int ACCOUNTS = 50;
    private static final int OTHERS_PER_SECOND = 10;
    private static final String PASSWORD = "correct horse battery";

    @Mixin
    private RunOptions options;

    @Option(
            names = "--rates",
            split = ",",
            defaultValue = "2,5,10",
            description = "Sign-ins a second. Default: ${DEFAULT-VALUE}")
    private List<Integer> rates = List.of(2, 5, 10);

    @Option(names = "--seconds", defaultValue = "30", description = "Of each rate. Default: ${DEFAULT-VALUE}")
    private int seconds = 30;

    private final HttpClient http = HttpClient.newHttpClient();

    LoginBenchmark() {
        this(new RunOptions());
    }

    LoginBenchmark(RunOptions options) {
        this.options = options;
    }

    /**
     * What one rate has shown.
     *
     * @param others of a request that needs no password, ten a second
     */
    record Rate(int perSecond, Latency signIns, Latency others) {}

    record LoginReport(MachineFacts machine, List<Rate> rates) {}

    @Override
    public Integer call() throws Exception {
        Path folder = ServersFolder.create("login");
        FleetPlan plan = FleetPlan.of(Path.of("").toAbsolutePath(), new FleetHome(folder), PORT_OFFSET);
        try (Fleet fleet = Fleet.of(plan)) {
            Progress.say("Starting auth-service and what it needs");
            for (String name : List.of("auth-db", "rabbitmq", "auth-service")) {
                fleet.start(name);
            }
            await(fleet);
            LoginReport report = measure(plan.service("auth-service").uri());
            Reports.tell("login", text(report), report);
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

    private LoginReport measure(URI auth) throws IOException, InterruptedException {
        for (int account = 0; account < ACCOUNTS; account++) {
            signUp(auth, account);
        }
        Progress.say("Warming up");
        measure(auth, rates.getFirst(), options.seconds(seconds / 2, 2));
        List<Rate> found = new ArrayList<>();
        for (int rate : rates) {
            Progress.say("%d sign-ins a second".formatted(rate));
            found.add(measure(auth, rate, options.seconds(seconds, 2)));
        }
        return new LoginReport(MachineFacts.read(), found);
    }

    private Rate measure(URI auth, int perSecond, int duration) throws InterruptedException {
        OpenLoop signIns = new OpenLoop(
                http,
                IntStream.range(0, ACCOUNTS)
                        .mapToObj(account -> signIn(auth, account))
                        .toList());
        HttpRequest keys =
                HttpRequest.newBuilder(auth.resolve("/.well-known/jwks.json")).build();
        OpenLoop others = new OpenLoop(http, List.of(keys));
        Thread other = Thread.ofVirtual().start(() -> others.run(OTHERS_PER_SECOND, duration));
        signIns.run(perSecond, duration);
        other.join();
        return new Rate(perSecond, signIns.latency(), others.latency());
    }

    private void signUp(URI auth, int account) throws IOException, InterruptedException {
        HttpRequest request = post(auth.resolve("/api/v1/owners"), """
                {"email":"%s","password":"%s","name":"a","alias":"b"}""".formatted(email(account), PASSWORD));
        int status = http.send(request, BodyHandlers.discarding()).statusCode();
        if (status != HttpURLConnection.HTTP_CREATED) {
            throw new StackException("Signing up was answered " + status);
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

    private static String email(int account) {
        return "login-%d@example.com".formatted(account);
    }

    private static String text(LoginReport report) {
        StringBuilder text = new StringBuilder("""
                login: signing in at auth-service (Argon2id, 19 MiB, 2 passes), open loop, in ms from when it was due

                machine  %s

                            requests  failed      p50      p95      p99      max
                """.formatted(report.machine()));
        for (Rate rate : report.rates()) {
            text.append("%3d/s sign-in".formatted(rate.perSecond()))
                    .append(rate.signIns().columns())
                    .append('\n');
            text.append("      keys   ").append(rate.others().columns()).append('\n');
        }
        return text.toString();
    }
}
