package com.smartfitness.bench;

import com.smartfitness.bench.JudgementReport.Sent;
import com.smartfitness.bench.http.Latency;
import com.smartfitness.bench.http.OpenLoop;
import com.smartfitness.bench.machine.ResidentMemory;
import com.smartfitness.bench.photo.BadPhotos;
import com.smartfitness.bench.photo.Form;
import com.smartfitness.bench.photo.PhonePhoto;
import com.smartfitness.bench.task.TrainingAgain;
import com.smartfitness.bench.task.TrainingSet;
import com.smartfitness.fleet.Fleet;
import com.smartfitness.fleet.FleetPlan;
import com.smartfitness.fleet.demo.Account;
import com.smartfitness.fleet.demo.Answer;
import com.smartfitness.fleet.demo.DemoData;
import com.smartfitness.fleet.demo.GatewayClient;
import com.smartfitness.fleet.demo.Journey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Photos of laundry: how soon an upload is answered, how soon it is judged, and how soon what is none is refused. */
@Command(name = "judgement", description = "Photos of laundry: uploads, judgements, and what is refused.")
final class JudgementBenchmark implements Callable<Integer> {

    private static final int PORT_OFFSET = 14_000;
    private static final int A_DAY = 3;
    private static final int WARM_UP = 12;
    private static final long MB = 1024 * 1024;

    /** Damaged, of unreasonable dimensions, or of no known format. */
    private static final Set<Integer> REFUSALS = Set.of(400, 415);

    @Mixin
    private RunOptions options;

    @Option(names = "--rate", defaultValue = "2", description = "Photos a second. Default: ${DEFAULT-VALUE}")
    private int rate = 2;

    @Option(names = "--seconds", defaultValue = "60", description = "Default: ${DEFAULT-VALUE}")
    private int seconds = 60;

    @Option(
            names = "--samples",
            defaultValue = "10000",
            description = "Photos that models are trained with while others are sent in. Default: ${DEFAULT-VALUE}")
    private int samples = 10_000;

    JudgementBenchmark() {
        this(new RunOptions());
    }

    JudgementBenchmark(RunOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        WholeFleet.measure("judgement", PORT_OFFSET, fleet -> {
            JudgementReport report = measure(fleet);
            Reports.tell("judgement", report.text(), report);
        });
        return 0;
    }

    private JudgementReport measure(Fleet fleet) throws IOException, SQLException, InterruptedException {
        FleetPlan plan = fleet.plan();
        int photos = rate * options.seconds(seconds, 3);
        Journey journey = new Journey(DemoData.directly(plan, "auth-service"));
        GatewayClient gateway = DemoData.gateway(plan);
        String owner = journey.becomeOwner(account("owner", 0));
        String branch = new Journey(gateway).openBranch(owner, "강남역점");
        List<String> helpers = new ArrayList<>();
        for (int helper = 0; helper <= (2 * photos + WARM_UP) / A_DAY; helper++) {
            helpers.add(journey.becomeHelper(account("helper", helper), branch));
        }
        byte[] photo = PhonePhoto.draw();
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(plan.authority().trust())
                .build()) {
            Progress.say("Warming up");
            for (int i = 0; i < WARM_UP; i++) {
                String helper = helpers.get(i / A_DAY);
                new Journey(gateway).awaitJudgement(helper, new Journey(gateway).sendPhoto(helper, photo));
            }
            URI door = plan.service(FleetPlan.GATEWAY).uri();
            Sender sender =
                    new Sender(client, number -> Form.upload(door, helpers.get(number / A_DAY), photo), gateway, owner);
            Progress.say("Sending in %d photos".formatted(photos));
            Sent alone = sender.send(WARM_UP, rate, options.seconds(seconds, 3));

            String operator = journey.signIn(DemoData.operator(plan.home()));
            int learnt = options.quick ? 200 : samples;
            Progress.say("Making %d samples".formatted(learnt));
            new TrainingSet(plan).make(branch, learnt, gateway, operator);
            Progress.say("Sending in %d photos while models are trained".formatted(photos));
            Sent beside;
            List<Duration> trainings;
            try (TrainingAgain again = TrainingAgain.start(gateway, operator)) {
                beside = sender.send(WARM_UP + photos, rate, options.seconds(seconds, 3));
                trainings = again.stop();
            }

            Progress.say("Sending in what is no photo");
            List<byte[]> bad = BadPhotos.all();
            Path process =
                    Path.of("/proc", "" + fleet.condition("helper-service").pid());
            long before = ResidentMemory.of(process);
            OpenLoop refused = new OpenLoop(
                    client,
                    number -> Form.upload(door, helpers.get(number % helpers.size()), bad.get(number % bad.size())),
                    (_, answer) -> REFUSALS.contains(answer.statusCode()));
            refused.run(10, options.seconds(20, 2));
            return new JudgementReport(
                    MachineFacts.read(),
                    rate,
                    photo.length,
                    alone,
                    learnt,
                    Latency.of(trainings, 0),
                    beside,
                    refused.latency(),
                    before / MB,
                    ResidentMemory.of(process) / MB);
        }
    }

    /** Sends in photos by their numbers, and waits until they are judged. */
    private record Sender(HttpClient client, IntFunction<HttpRequest> uploads, GatewayClient gateway, String owner) {

        Sent send(int first, int rate, int seconds) {
            Instant start = Instant.now();
            OpenLoop loop = new OpenLoop(client, number -> uploads.apply(first + number));
            loop.run(rate, seconds);
            return new Sent(loop.latency(), judged(gateway, owner, start, rate * seconds));
        }
    }

    /** Waits until all have been judged, and reads how long each took from the service's own times. */
    private static Latency judged(GatewayClient gateway, String owner, Instant since, int photos) {
        GatewayClient.until(
                () -> gateway.get("/api/v1/tasks?status=SUBMITTED&limit=1", owner),
                answer -> answer.body().path("items").isEmpty());
        List<Duration> times = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = gateway.get("/api/v1/tasks?limit=100" + cursor, owner).orFail();
            for (JsonNode task : page.body().path("items")) {
                Instant submitted = Instant.parse(task.path("submittedAt").asString());
                if (submitted.isAfter(since)) {
                    Instant at = Instant.parse(task.path("judgedAt").asString());
                    times.add(Duration.between(submitted, at));
                }
            }
            cursor = page.text("next").isEmpty() ? "" : "&cursor=" + page.text("next");
        } while (!cursor.isEmpty());
        return Latency.of(times, photos - times.size());
    }

    private static Account account(String role, int number) {
        return new Account("judgement-%s-%d@bench.example".formatted(role, number), "correct horse battery");
    }
}
