package com.smartfitness.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One private RabbitMQ node with the management plugin, on loopback, apart from any node of the system. */
public class RabbitServer extends NativeServer {

    private static final String ADMINISTRATOR = "administrator";
    /** In Erlang, what {@link #settleQueues()} does inside a node. */
    public static final String SETTLE_QUEUES = "lists:foreach(fun dets:sync/1, dets:all())";

    private static final Path HOME = Path.of("/usr/lib/rabbitmq/bin");

    private final int port;
    private final int managementPort;
    private final int distributionPort;
    private String password = "";

    protected RabbitServer(@Nullable Path directory, int port, int managementPort, int distributionPort) {
        super("RabbitMQ", directory);
        this.port = port;
        this.managementPort = managementPort;
        this.distributionPort = distributionPort;
    }

    /** A node whose data are gone once it is closed, on free ports. */
    public static RabbitServer temporary() {
        return new RabbitServer(null, Ports.free(), Ports.free(), Ports.free());
    }

    /** A node that finds its data in the folder again. */
    public static RabbitServer at(Path directory, int port, int managementPort, int distributionPort) {
        return new RabbitServer(directory, port, managementPort, distributionPort);
    }

    public int port() {
        return port;
    }

    public RabbitAdmin admin() {
        return new RabbitAdmin(port, managementPort, new Credentials(ADMINISTRATOR, password));
    }

    /** What another than the administrator sees. */
    public RabbitAdmin seenBy(Credentials user) {
        return new RabbitAdmin(port, managementPort, user);
    }

    /**
     * Makes the node believe it is out of memory, so that it blocks publishers, or lets them go on. A connection that
     * is blocked cannot be closed in an orderly way either: end the alarm first.
     */
    public void setMemoryAlarm(boolean raised) {
        evaluate(memoryAlarm(raised));
    }

    /**
     * Writes the names of quorum queues to disk now. RabbitMQ 3.10 does that half a second late: killed before, it comes
     * back with an empty queue that elects no leader, and messages it had confirmed are lost.
     */
    public void settleQueues() {
        evaluate(SETTLE_QUEUES);
    }

    /** In Erlang, what {@link #setMemoryAlarm(boolean)} does inside a node. */
    public static String memoryAlarm(boolean raised) {
        String alarm = "{resource_limit, memory, node()}";
        String event = raised ? "{set_alarm, {%s, []}}".formatted(alarm) : "{clear_alarm, %s}".formatted(alarm);
        return "gen_event:sync_notify(rabbit_alarm, %s)".formatted(event);
    }

    /** Whether the machine has the program. */
    public static boolean isInstalled() {
        return Files.isExecutable(HOME.resolve("rabbitmq-server"));
    }

    @Override
    void prepare() throws IOException {
        if (!isInstalled()) {
            throw new StackException("RabbitMQ is not installed: apt-get install --no-install-recommends"
                    + " rabbitmq-server (its system service is not needed)");
        }
        password = Secrets.in(directory().resolve("administrator.password"));
        Files.writeString(file("enabled_plugins"), "[rabbitmq_management].\n");
        Files.writeString(file("rabbitmq.conf"), """
                listeners.tcp.1 = 127.0.0.1:%d
                management.tcp.ip = 127.0.0.1
                management.tcp.port = %d
                default_user = %s
                default_pass = %s
                loopback_users = none
                vm_memory_high_watermark.absolute = 1GB
                disk_free_limit.absolute = 256MB
                raft.wal_max_size_bytes = 67108864
                collect_statistics_interval = 500
                log.console = true
                log.file = false
                """.formatted(port, managementPort, ADMINISTRATOR, password));
    }

    @Override
    List<String> command() {
        return List.of(HOME.resolve("rabbitmq-server").toString());
    }

    @Override
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(erlang());
        environment.put("RABBITMQ_NODENAME", node());
        environment.put("RABBITMQ_CONFIG_FILE", file("rabbitmq.conf").toString());
        environment.put("RABBITMQ_CONF_ENV_FILE", "/dev/null"); // the system's node has one
        environment.put("RABBITMQ_ENABLED_PLUGINS_FILE", file("enabled_plugins").toString());
        environment.put("RABBITMQ_MNESIA_BASE", file("data").toString());
        environment.put("RABBITMQ_LOG_BASE", file("log").toString());
        environment.put("RABBITMQ_PID_FILE", file("pid").toString());
        environment.put("RABBITMQ_DIST_PORT", "" + distributionPort);
        // Without this the script stays between the guard and the node, and signals stop there.
        environment.put("RABBITMQ_ALLOW_INPUT", "true");
        environment.put("RABBITMQ_SERVER_START_ARGS", "-noinput");
        environment.put("RABBITMQ_SCHEDULER_BIND_TYPE", "u");
        // A node that is distributed from the start does not look for Erlang's port mapper, nor leave one behind.
        environment.put(
                "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS",
                "+S 2:2 -sname %1$s -kernel inet_dist_listen_min %2$d -kernel inet_dist_listen_max %2$d"
                                .formatted(node(), distributionPort)
                        + " -kernel inet_dist_use_interface {127,0,0,1}");
        return environment;
    }

    @Override
    int[] ports() {
        return new int[] {port, managementPort, distributionPort};
    }

    @Override
    String stopSignal() {
        return "TERM";
    }

    @Override
    boolean isReady() {
        return admin().listensOn(port);
    }

    /** Runs Erlang inside the node: what rabbitmqctl does, in a tenth of its time. */
    private void evaluate(String expression) {
        String remote = "ok = erpc:call('%s', fun() -> %s end), halt().".formatted(node(), expression);
        try {
            Commands.run(
                    directory(),
                    Account.run(List.of(
                            "erl",
                            "-noinput",
                            "-dist_listen",
                            "false",
                            "-sname",
                            "control-%s@localhost".formatted(Secrets.generate()),
                            "-eval",
                            remote)),
                    erlang());
        } catch (IOException e) {
            throw new StackException("RabbitMQ refuses a command: " + e.getMessage(), e);
        }
    }

    private Map<String, String> erlang() {
        return Map.of(
                "HOME", directory().toString(), "ERL_FLAGS", "-start_epmd false -erl_epmd_port " + distributionPort);
    }

    private String node() {
        return "fleet-%d@localhost".formatted(port);
    }

    private Path file(String name) {
        return directory().resolve(name);
    }
}
