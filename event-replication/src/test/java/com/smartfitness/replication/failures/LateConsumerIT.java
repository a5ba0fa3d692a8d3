package com.smartfitness.replication.failures;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.replication.RunningService;
import com.smartfitness.testing.stores.Eventually;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A consumer is installed after its source. */
class LateConsumerIT {

    private final Site site = Site.shared();

    @Test
    void isReadyOnceItHasEverythingThatHappenedBefore() throws IOException {
        try (RunningService members = site.startMembers()) {
            MembersClient client = MembersClient.of(members);
            IntStream.range(0, 50).forEach(i -> client.join("M" + i));
            client.leave("M7");
            Eventually.holds(
                    "the events have no queue", () -> Counters.sum(members, "replication.relay.unroutable") > 0);
            assertThat(site.ledger().pending()).isEqualTo(51);
        }

        try (RunningService rewards = site.startRewards()) {
            assertThat(readiness(rewards)).isEqualTo(503);
            assertThat(site.ledger().differences().lost()).hasSize(49);

            try (RunningService members = site.startMembers()) {
                Eventually.becomes("rewards-service is ready", () -> readiness(rewards), status -> status == 200);
                assertThat(site.ledger().differences().noneOfReplica()).isTrue();

                site.ledger().awaitEquality(MembersClient.of(members));
            }
        }
    }

    private static int readiness(RunningService service) throws IOException {
        URI uri = URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(service.port()));
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        return connection.getResponseCode();
    }
}
