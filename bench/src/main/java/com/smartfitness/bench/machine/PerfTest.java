package com.smartfitness.bench.machine;

import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.Credentials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * RabbitMQ's own load program: what the broker reaches when nobody keeps anything in a store. One producer, one
 * consumer, a quorum queue, persistent messages, confirms; as many in flight as event-replication has.
 */
public final class PerfTest {

    /** The service whose user it runs as; everything of its is named after it. */
    public static final String SERVICE = "perftest";

    private static final List<String> SETTINGS = List.of(
            ("--producers 1 --consumers 1 --size 512 --flag persistent --confirm 500 --qos 500 --multi-ack-every 100"
                            + " --quorum-queue --auto-delete false --exchange perftest.direct --type direct"
                            + " --queue perftest.messages --routing-key messages")
                    .split(" "));

    private static final Pattern RECEIVED = Pattern.compile("receiving rate avg: (\\d+) msg/s");
    private static final Pattern LATENCY =
            Pattern.compile("consumer latency min/median/75th/95th/99th (\\d+)/(\\d+)/(\\d+)/(\\d+)/(\\d+)");

    private PerfTest() {}

    /** What it says of itself: messages received a second, and milliseconds from sent to received. */
    public record Result(double perSecond, double p50, double p99) {}

    /** How it is called. */
    public static String settings() {
        return String.join(" ", SETTINGS);
    }

    /**
     * Runs it.
     *
     * @param rate messages a second, or 0 for as many as possible
     */
    public static Result run(BrokerFacts broker, int seconds, int rate, List<String> jvm)
            throws IOException, InterruptedException {
        Credentials user = broker.user(SERVICE);
        List<String> command = Jvm.command(jvm);
        command.add("com.rabbitmq.perf.PerfTest");
        command.addAll(List.of(
                "--uri",
                "amqp://%s:%s@%s:%d/%s"
                        .formatted(
                                user.username(), user.password(), broker.host(), broker.port(), broker.virtualHost())));
        command.addAll(SETTINGS);
        command.addAll(List.of("--time", String.valueOf(seconds)));
        if (rate > 0) {
            command.addAll(List.of("--rate", String.valueOf(rate)));
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return new Result(
                last(RECEIVED, output).getFirst(),
                last(LATENCY, output).get(1) / 1000,
                last(LATENCY, output).get(4) / 1000);
    }

    /** The numbers of the last match: the summary comes after a line a second. */
    private static List<Double> last(Pattern pattern, String output) throws IOException {
        List<Double> numbers = new ArrayList<>();
        Matcher matcher = pattern.matcher(output);
        while (matcher.find()) {
            numbers.clear();
            for (int group = 1; group <= matcher.groupCount(); group++) {
                numbers.add(Double.valueOf(matcher.group(group)));
            }
        }
        if (numbers.isEmpty()) {
            throw new IOException("PerfTest has no figures: " + output);
        }
        return numbers;
    }
}
