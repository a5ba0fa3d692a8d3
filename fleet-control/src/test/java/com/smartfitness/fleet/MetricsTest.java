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

    @Test
    void tellsPairsApart() {
        Metrics metrics = Metrics.parse("""
                replication_heard_age_seconds{queue="mlops.tasks",source="helper"} 1.6
                replication_heard_age_seconds{queue="mlops.users",source="auth"} 3.0
                replication_lag_recent_seconds{quantile="0.5",queue="mlops.users",source="auth"} 0.004
                replication_lag_recent_seconds{quantile="0.99",queue="mlops.users",source="auth"} 0.031
                replication_lag_recent_seconds{quantile="0.99",queue="mlops.tasks",source="helper"} NaN
                replication_consumer_drift_total{queue="mlops.users"} 2.0
                replication_verified_age_seconds{queue="mlops.users"} 61.2
                replication_outbox_oldest_age_seconds 0.5
                """);

        assertThat(metrics.pairs())
                .containsExactly(
                        new ReplicationPair("auth", "mlops.users", 4L, 31L, 3, 0, 0, 2, 61L),
                        new ReplicationPair("helper", "mlops.tasks", null, null, 2, 0, 0, 0, null));
        assertThat(metrics.unsentSeconds()).contains(0.5);
    }

    @Test
    void countsGatesThatWereAnsweredInTime() {
        String verifications =
                "exception=\"none\",method=\"POST\",status=\"201\",uri=\"/api/v1/gates/{gateId}/verifications\"";
        Metrics metrics = Metrics.parse("""
                http_server_requests_seconds_bucket{content="other",outcome="SUCCESS",%1$s,le="0.01"} 1190
                http_server_requests_seconds_bucket{content="other",outcome="SUCCESS",%1$s,le="+Inf"} 1200
                http_server_requests_seconds_count{content="other",outcome="SUCCESS",%1$s} 1200
                http_server_requests_seconds_bucket{content="image",outcome="SUCCESS",%1$s,le="0.01"} 0
                http_server_requests_seconds_count{content="image",outcome="SUCCESS",%1$s} 50
                http_server_requests_seconds_count{content="other",outcome="CLIENT_ERROR",%1$s} 3
                http_server_requests_seconds_count{content="other",outcome="SUCCESS",uri="/api/v1/accesses"} 7
                """.formatted(verifications));

        assertThat(metrics.gateAnswers()).contains(new GateAnswers(1200, 1190));
        assertThat(Metrics.parse("jvm_threads_live_threads 20.0\n").gateAnswers())
                .isEmpty();
    }
}
