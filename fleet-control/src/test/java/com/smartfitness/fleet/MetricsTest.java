package com.smartfitness.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricsTest {

    @Test
    void takesTheLongestLagOfAllQueues() {
        Metrics metrics = Metrics.parse("""
                # HELP replication_lag_seconds_max
                # TYPE replication_lag_seconds_max gauge
                replication_lag_seconds_max{queue="keys",source="auth"} 0.012
                replication_lag_seconds_max{queue="users",source="auth"} 0.25
                """);

        assertThat(metrics.lagMillis()).contains(250L);
    }

    @Test
    void addsUpDeadLetters() {
        Metrics metrics = Metrics.parse("""
                replication_consumer_dead_total{queue="keys"} 2.0
                replication_consumer_dead_total{queue="users"} 1.0
                """);

        assertThat(metrics.deadLetters()).contains(3L);
    }

    @Test
    void countsNoDeadLettersOfAServiceThatOnlyPublishes() {
        Metrics metrics = Metrics.parse("replication_relay_active 1.0\nreplication_outbox_pending NaN\n");

        assertThat(metrics.deadLetters()).contains(0L);
        assertThat(metrics.lagMillis()).isEmpty();
    }

    @Test
    void knowsNothingOfAServiceThatDoesNotReplicate() {
        assertThat(Metrics.parse("jvm_threads_live_threads 20.0\n").deadLetters())
                .isEmpty();
    }
}
