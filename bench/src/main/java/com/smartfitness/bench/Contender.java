package com.smartfitness.bench;

import com.smartfitness.bench.fleet.FleetConsumer;
import com.smartfitness.bench.fleet.FleetSource;
import com.smartfitness.bench.namastack.NamastackConsumer;
import com.smartfitness.bench.namastack.NamastackSource;
import java.util.Map;

/**
 * Who does the work, and how it is set up.
 *
 * @param name as the report calls it
 * @param settings of the source that were chosen for it
 */
record Contender(
        String name,
        Class<?> source,
        Class<?> consumer,
        String consumerSchema,
        Map<String, String> settings,
        Map<String, String> consumerSettings) {

    static final String SOURCE_SERVICE = "branchowner";
    static final String CONSUMER_SERVICE = "desk";

    private static final String EXCLUDE = "spring.autoconfigure.exclude";
    private static final String EVENT_REPLICATION =
            "com.smartfitness.replication.autoconfigure.ReplicationAutoConfiguration";
    private static final Map<String, String> WITHOUT_NAMASTACK = Map.of("namastack.outbox.enabled", "false");

    /** Event-replication as its defaults make it. */
    static Contender fleet() {
        return new Contender(
                "fleet", FleetSource.class, FleetConsumer.class, "consumer", WITHOUT_NAMASTACK, WITHOUT_NAMASTACK);
    }

    /**
     * Namastack Outbox, tuned: its defaults of ten keys every two seconds are not meant for load. Batch, removal of sent
     * records and no republishing are as in its own performance test, the interval is shorter for the sake of its lag.
     */
    static Contender namastack() {
        return new Contender(
                "namastack",
                NamastackSource.class,
                NamastackConsumer.class,
                "peer-consumer",
                Map.ofEntries(
                        Map.entry(EXCLUDE, EVENT_REPLICATION),
                        Map.entry("namastack.outbox.polling.batch-size", "1200"),
                        Map.entry("namastack.outbox.polling.trigger", "adaptive"),
                        Map.entry("namastack.outbox.polling.adaptive.min-interval", "1ms"),
                        Map.entry("namastack.outbox.polling.adaptive.max-interval", "10ms"),
                        Map.entry("namastack.outbox.processing.delete-completed-records", "true"),
                        Map.entry("namastack.outbox.processing.executor-concurrency-limit", "32"),
                        Map.entry("namastack.outbox.multicaster.enabled", "false"),
                        Map.entry("spring.threads.virtual.enabled", "true"),
                        Map.entry("spring.rabbitmq.publisher-confirm-type", "correlated"),
                        Map.entry("spring.rabbitmq.publisher-returns", "true"),
                        Map.entry("spring.rabbitmq.template.mandatory", "true"),
                        Map.entry("spring.rabbitmq.cache.channel.size", "64")),
                Map.of(EXCLUDE, EVENT_REPLICATION, "namastack.outbox.enabled", "false"));
    }
}
