package com.smartfitness.replication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.unit.DataSize;

class ReplicationPropertiesTest {

    @Test
    void worksWithoutSettings() {
        ReplicationProperties properties = bound(new MockEnvironment());

        assertThat(properties.service()).isEmpty();
        assertThat(properties.relay().batch()).isEqualTo(250);
        assertThat(properties.relay().heartbeat()).isEqualTo(Duration.ofSeconds(5));
        assertThat(properties.relay().maxEventSize()).isEqualTo(DataSize.ofKilobytes(128));
        assertThat(properties.consumer().retrySteps())
                .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofSeconds(60));
        assertThat(properties.snapshot().chunkSize()).isEqualTo(DataSize.ofMegabytes(1));
        assertThat(properties.inboxRetention()).isEqualTo(Duration.ofDays(30));
        assertThat(properties.operatorsApi().enabled()).isFalse();
    }

    @Test
    void takesASnapshotChunkThatAConsumerCanRead() {
        ReplicationProperties properties = bound(new MockEnvironment());
        DataSize largestChunk =
                DataSize.ofBytes(properties.snapshot().chunkSize().toBytes()
                        + properties.relay().maxEventSize().toBytes());

        assertThat(largestChunk).isLessThan(properties.consumer().maxMessageSize());
    }

    @Test
    void readsSettings() {
        ReplicationProperties properties = bound(new MockEnvironment()
                .withProperty("replication.service", "rewards")
                .withProperty("replication.relay.batch", "7")
                .withProperty("replication.consumer.retry-steps", "200ms,2s")
                .withProperty("replication.operators-api.enabled", "true"));

        assertThat(properties.service()).isEqualTo("rewards");
        assertThat(properties.relay().batch()).isEqualTo(7);
        assertThat(properties.relay().poll()).isEqualTo(Duration.ofMillis(50));
        assertThat(properties.consumer().retrySteps()).containsExactly(Duration.ofMillis(200), Duration.ofSeconds(2));
        assertThat(properties.operatorsApi().enabled()).isTrue();
    }

    @Test
    void changesTheServiceAlone() {
        ReplicationProperties properties = bound(new MockEnvironment());

        assertThat(properties.withService("rewards").service()).isEqualTo("rewards");
        assertThat(properties.withService("rewards").withService("")).isEqualTo(properties);
    }

    private static ReplicationProperties bound(MockEnvironment environment) {
        return Binder.get(environment).bindOrCreate("replication", ReplicationProperties.class);
    }
}
