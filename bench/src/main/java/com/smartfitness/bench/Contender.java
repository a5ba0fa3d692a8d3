package com.smartfitness.bench;

import com.smartfitness.bench.bare.BareSource;
import com.smartfitness.bench.fleet.FleetConsumer;
import com.smartfitness.bench.fleet.FleetSource;
import com.smartfitness.bench.namastack.NamastackConsumer;
import com.smartfitness.bench.namastack.NamastackSource;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who does the work, and how it is set up.
 *
 * @param name as the report calls it
 * @param consumer null if nobody listens
 * @param consumerSchema tables of the consumer
 * @param settings of the source that were chosen for it
 * @param without what is on the class path for the others
 */
record Contender(
        String name,
        Class<?> source,
        @Nullable Class<?> consumer,
        String consumerSchema,
        Map<String, String> settings,
        Map<String, String> without) {

    static final String BARE = "bare";
    static final String FLEET = "fleet";
    static final String NAMASTACK = "namastack";

    static final String SOURCE_SERVICE = "branchowner";
    static final String CONSUMER_SERVICE = "desk";

    /**
     * Tuned, because its defaults of ten keys every two seconds are not meant for load. Threads and removal of sent
     * records are those of its own performance test; the interval is shorter than there, and the batch smaller. The
     * README says on what grounds, and how to try others.
     */
    private static final Map<String, String> NAMASTACK_SETTINGS = Map.of(
            "namastack.outbox.polling.batch-size", "200",
            "namastack.outbox.polling.trigger", "adaptive",
            "namastack.outbox.polling.adaptive.min-interval", "1ms",
            "namastack.outbox.polling.adaptive.max-interval", "10ms",
            "namastack.outbox.processing.delete-completed-records", "true",
            "namastack.outbox.processing.executor-core-pool-size", "16",
            "namastack.outbox.processing.executor-max-pool-size", "32");

    /** What its RabbitMQ module demands, and a channel for each thread. */
    private static final Map<String, String> CONFIRMS = Map.of(
            "spring.rabbitmq.publisher-confirm-type", "correlated",
            "spring.rabbitmq.publisher-returns", "true",
            "spring.rabbitmq.template.mandatory", "true",
            "spring.rabbitmq.cache.channel.size", "64");

    private static final Map<String, String> WITHOUT_REPLICATION = Map.of(
            "spring.autoconfigure.exclude", "com.smartfitness.replication.autoconfigure.ReplicationAutoConfiguration");

    /** The same transactions without any event: what the machine has to give before anything is replicated. */
    static Contender bare() {
        Map<String, String> without = new HashMap<>(WITHOUT_REPLICATION);
        without.put("namastack.outbox.enabled", "false");
        return new Contender(BARE, BareSource.class, null, "none", Map.of(), without);
    }

    /** Event-replication as its defaults make it, but for settings to try. */
    static Contender fleet(Map<String, String> tried) {
        return new Contender(
                FLEET,
                FleetSource.class,
                FleetConsumer.class,
                "consumer",
                new TreeMap<>(tried),
                Map.of("namastack.outbox.enabled", "false"));
    }

    /** Namastack Outbox as tuned here, but for settings to try. */
    static Contender namastack(Map<String, String> tried) {
        Map<String, String> settings = new TreeMap<>(NAMASTACK_SETTINGS);
        settings.putAll(CONFIRMS);
        settings.putAll(tried);
        return new Contender(
                NAMASTACK,
                NamastackSource.class,
                NamastackConsumer.class,
                "peer-consumer",
                settings,
                WITHOUT_REPLICATION);
    }

    Map<String, String> sourceSettings() {
        Map<String, String> all = new HashMap<>(without);
        all.putAll(settings);
        return all;
    }

    /** The consumer's side has no outbox of the peer; event-replication's own settings hold for both sides. */
    Map<String, String> consumerSettings() {
        Map<String, String> all = new HashMap<>(name.equals(FLEET) ? sourceSettings() : without);
        all.put("namastack.outbox.enabled", "false");
        return all;
    }
}
