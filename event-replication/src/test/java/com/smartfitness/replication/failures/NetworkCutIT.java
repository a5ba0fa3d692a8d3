package com.smartfitness.replication.failures;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.replication.RunningService;
import com.smartfitness.testing.stores.TcpLink;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The network between a service and the broker fails under load, for a few seconds. */
class NetworkCutIT {

    private final Site site = Site.shared();
    private Tap tap;
    private TcpLink sourceLink;
    private TcpLink consumerLink;
    private RunningService members;
    private RunningService rewards;

    @BeforeEach
    void start() throws Exception {
        tap = Tap.into(site.broker());
        sourceLink = site.linkToBroker();
        consumerLink = site.linkToBroker();
        rewards = site.through(consumerLink).startRewards();
        members = site.through(sourceLink).startMembers();
    }

    @AfterEach
    void stop() {
        members.close();
        rewards.close();
        sourceLink.close();
        consumerLink.close();
    }

    @Test
    void outlivesCuts() throws Exception {
        writeWhile(writers -> {
            cut(sourceLink, writers);
            cut(consumerLink, writers);
        });
    }

    @Test
    void outlivesStalls() throws Exception {
        writeWhile(writers -> {
            sourceLink.stall();
            consumerLink.stall();
            writers.awaitFurther(300);
            sourceLink.restore();
            consumerLink.restore();
            sourceLink.stallReplies();
            writers.awaitFurther(100);
            sourceLink.restore();
        });
    }

    private static void cut(TcpLink link, Writers writers) {
        link.cut();
        writers.awaitFurther(300);
        link.restore();
        writers.awaitFurther(100);
    }

    private void writeWhile(Consumer<Writers> failures) throws Exception {
        try (Writers writers = Writers.writingTo(MembersClient.of(members))) {
            writers.awaitFurther(100);
            failures.accept(writers);
            writers.stop();

            assertThat(writers.refused()).isZero();
            site.ledger().awaitEquality(MembersClient.of(members));
            assertThat(site.ledger().hasPublished(writers.joined())).isTrue();
            assertThat(tap.outOfOrder()).isEmpty();
        }
    }
}
