package com.smartfitness.bench;

import com.smartfitness.bench.RebuildReport.Rebuilt;
import com.smartfitness.bench.machine.StoreOf;
import com.smartfitness.bench.task.HelpersAtWork;
import com.smartfitness.bench.task.LiveLag;
import com.smartfitness.bench.task.PublishedTasks;
import com.smartfitness.bench.task.Rebuilding;
import com.smartfitness.fleet.FleetPlan;
import com.smartfitness.fleet.demo.Account;
import com.smartfitness.fleet.demo.DemoData;
import com.smartfitness.fleet.demo.GatewayClient;
import com.smartfitness.fleet.demo.Journey;
import com.smartfitness.fleet.demo.SamplePhoto;
import com.smartfitness.testing.stores.Eventually;
import java.net.http.HttpClient;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How fast the fleet's two large copies are made anew, while their services answer and helpers go on working. */
@Command(name = "rebuild", description = "The copies of mlops-service and branchowner-service, made anew.")
final class RebuildBenchmark implements Callable<Integer> {

    private static final int PORT_OFFSET = 15_000;
    private static final Duration SETTLING = Duration.ofMinutes(2);

    /** The services, and the tables in which they keep the tasks. */
    private static final Map<String, String> TABLES = Map.of("mlops", "training_task", "branchowner", "known_task");

    private static final String AT_SOURCE = """
            select count(*) || ' tasks, ' || coalesce(sum(hashtextextended(id || ' ' || version, 0)::numeric), 0)
            from replication.published_state where aggregate = 'task'
            """;
    private static final String IN_COPY = """
            select count(*) || ' tasks, ' || coalesce(sum(hashtextextended(v.id || ' ' || v.counter, 0)::numeric), 0)
            from replication.replica_version v join TABLE t on t.task_id = v.id
            where v.replica like '%.tasks' and v.present
            """;

    @Mixin
    private RunOptions options;

    @Option(names = "--rows", defaultValue = "1000000", description = "Tasks. Default: ${DEFAULT-VALUE}")
    private int rows = 1_000_000;

    @Option(
            names = "--pause",
            defaultValue = "2000",
            description = "Milliseconds between two helpers who come to work. Default: ${DEFAULT-VALUE}")
    private int pause = 2_000;

    RebuildBenchmark() {
        this(new RunOptions());
    }

    RebuildBenchmark(RunOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        WholeFleet.measure("rebuild", PORT_OFFSET, fleet -> {
            RebuildReport report = measure(fleet.plan());
            Reports.tell("rebuild", report.text(), report);
        });
        return 0;
    }

    private RebuildReport measure(FleetPlan plan) throws Exception {
        int size = options.quick ? Math.min(rows, 20_000) : rows;
        Journey signing = new Journey(DemoData.directly(plan, "auth-service"));
        GatewayClient gateway = DemoData.gateway(plan);
        Journey working = new Journey(gateway);
        String owner = signing.becomeOwner(new Account("owner@bench.example", "correct horse battery"));
        String branch = working.openBranch(owner, "강남역점");
        String operator = signing.signIn(DemoData.operator(plan.home()));

        Progress.say("Publishing %d tasks".formatted(size));
        new PublishedTasks(plan, branch).judged(size);
        fill(gateway, operator);
        List<Rebuilt> rebuilt = new ArrayList<>();
        HelpersAtWork helpers = new HelpersAtWork(signing, working, owner, branch, SamplePhoto.bytes());
        try (helpers;
                HttpClient client = HttpClient.newHttpClient()) {
            helpers.startEvery(Duration.ofMillis(pause));
            for (String name : TABLES.keySet().stream().sorted().toList()) {
                Rebuilding rebuilding = new Rebuilding(gateway, operator, name);
                empty(plan, name);
                rebuilt.add(rebuild(plan, client, rebuilding, "from nothing"));
                rebuilt.add(rebuild(plan, client, rebuilding, "over what is there"));
            }
        }
        awaitEqual(plan);
        return new RebuildReport(MachineFacts.read(), size, pause, rebuilt, helpers.failed());
    }

    /** All at once, before digests find that so much is missing. */
    private static void fill(GatewayClient gateway, String operator) {
        Progress.say("Having them copied");
        List<Rebuilding> copies = TABLES.keySet().stream()
                .map(name -> new Rebuilding(gateway, operator, name))
                .toList();
        copies.forEach(Rebuilding::begin);
        copies.forEach(Rebuilding::await);
    }

    private static void empty(FleetPlan plan, String name) throws SQLException {
        try (StoreOf store = StoreOf.service(plan, name + "-service")) {
            store.change("truncate " + TABLES.get(name));
            store.change("delete from replication.replica_version where replica = ?", name + ".tasks");
        }
    }

    private static Rebuilt rebuild(FleetPlan plan, HttpClient client, Rebuilding rebuilding, String how)
            throws Exception {
        Progress.say("Making the copy of %s %s".formatted(rebuilding.name(), how));
        var service = plan.service(rebuilding.name() + "-service");
        LiveLag before = LiveLag.of(client, service);
        long start = System.nanoTime();
        rebuilding.begin();
        long carried = rebuilding.await();
        double seconds = (System.nanoTime() - start) / 1e9;
        LiveLag live = LiveLag.of(client, service).since(before);
        return new Rebuilt(
                service.name(),
                how,
                carried,
                seconds,
                carried / seconds,
                live.events(),
                live.millis(0.5),
                live.millis(0.99),
                live.millis(1));
    }

    /** Row by row and version by version, once what is under way has arrived. */
    private static void awaitEqual(FleetPlan plan) {
        TABLES.forEach((name, table) -> {
            String inCopy = IN_COPY.replace("TABLE", table);
            Eventually.holds(
                    name + " is equal to its source",
                    SETTLING,
                    () -> ask(plan, name + "-service", inCopy).equals(ask(plan, "helper-service", AT_SOURCE)));
            Progress.say(name + " is equal to its source");
        });
    }

    private static String ask(FleetPlan plan, String service, String question) throws SQLException {
        try (StoreOf store = StoreOf.service(plan, service)) {
            return store.ask(question);
        }
    }
}
