package com.smartfitness.bench;

import com.smartfitness.bench.http.OpenLoop;
import com.smartfitness.fleet.FleetPlan;
import com.smartfitness.fleet.demo.DemoData;
import com.smartfitness.fleet.demo.GatewayClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the gateway adds to a request: the same one, sent to the service and sent through the gateway, in turns. */
@Command(name = "gateway", description = "What the gateway adds to a request.")
final class GatewayBenchmark implements Callable<Integer> {

    private static final int PORT_OFFSET = 12_000;
    private static final int TURNS = 3;

    /** So many that none comes near what one user may ask for. */
    private static final int USERS = 20;

    private static final String PASSWORD = "correct horse battery";

    @Mixin
    private RunOptions options;

    @Option(names = "--rate", defaultValue = "200", description = "Requests a second. Default: ${DEFAULT-VALUE}")
    private int rate = 200;

    GatewayBenchmark() {
        this(new RunOptions());
    }

    GatewayBenchmark(RunOptions options) {
        this.options = options;
    }

    /** Somebody who asks for a branch. */
    private record User(String token, String path) {

        HttpRequest request(URI at) {
            return HttpRequest.newBuilder(at.resolve(path))
                    .header("Authorization", "Bearer " + token)
                    .build();
        }
    }

    @Override
    public Integer call() throws Exception {
        WholeFleet.measure("gateway", PORT_OFFSET, fleet -> {
            GatewayReport report = measure(fleet.plan());
            Reports.tell("gateway", report.text(), report);
        });
        return 0;
    }

    private GatewayReport measure(FleetPlan plan) throws InterruptedException {
        Progress.say("Signing up %d owners".formatted(USERS));
        GatewayClient gateway = DemoData.gateway(plan);
        List<User> users =
                IntStream.range(0, USERS).mapToObj(i -> signUp(gateway)).toList();
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(plan.authority().trust())
                .build()) {
            URI direct = plan.service("branchowner-service").uri();
            URI through = plan.service(FleetPlan.GATEWAY).uri();
            Progress.say("Warming up");
            load(client, users, direct).run(rate, options.seconds(20, 2));
            load(client, users, through).run(rate, options.seconds(20, 2));
            OpenLoop directly = load(client, users, direct);
            OpenLoop throughGateway = load(client, users, through);
            for (int turn = 1; turn <= TURNS; turn++) {
                Progress.say("Turn %d of %d".formatted(turn, TURNS));
                directly.run(rate, options.seconds(20, 2));
                throughGateway.run(rate, options.seconds(20, 2));
            }
            return new GatewayReport(MachineFacts.read(), rate, USERS, directly.latency(), throughGateway.latency());
        }
    }

    private static OpenLoop load(HttpClient client, List<User> users, URI at) {
        return new OpenLoop(client, users.stream().map(user -> user.request(at)).toList());
    }

    private static User signUp(GatewayClient gateway) {
        String email = "owner-%d@bench.example".formatted(System.nanoTime());
        Map<String, String> account = Map.of("email", email, "password", PASSWORD, "name", "Kim", "alias", "owner");
        GatewayClient.untilArrived(() -> gateway.post("/api/v1/owners", account, null));
        String token = GatewayClient.untilArrived(
                        () -> gateway.post("/api/v1/tokens", Map.of("email", email, "password", PASSWORD), null))
                .text("accessToken");
        Map<String, String> branch = Map.of("name", "강남역점", "address", "서울특별시 강남구 강남대로 396");
        String branchId = GatewayClient.untilArrived(() -> gateway.post("/api/v1/branches", branch, token))
                .text("branchId");
        return new User(token, "/api/v1/branches/" + branchId);
    }
}
