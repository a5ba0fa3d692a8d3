package com.smartfitness.replication.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.smartfitness.replication.inbox.Inbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Inbox} has to do. Each test begins with an empty one. */
public abstract class InboxContract {

    private static final String CONSUMER = "rewards.gifts";

    /** Makes inbox and store forget everything. */
    protected abstract void empty();

    /** The inbox under test. */
    protected abstract Inbox inbox();

    /** Stores a line in the service's own store, within what {@link Inbox#once} runs. */
    protected abstract void write(String line);

    /** The lines that are stored, one for each time that one was. */
    protected abstract List<String> written();

    @BeforeEach
    final void beginEmpty() {
        empty();
    }

    @Test
    void runsAnEffectOnce() {
        assertThat(inbox().once(CONSUMER, "e1", () -> write("gift"))).isTrue();
        assertThat(inbox().once(CONSUMER, "e1", () -> write("gift"))).isFalse();

        assertThat(written()).containsExactly("gift");
    }

    @Test
    void tellsEventsAndConsumersApart() {
        assertThat(inbox().once(CONSUMER, "e1", () -> write("first"))).isTrue();
        assertThat(inbox().once(CONSUMER, "e2", () -> write("second"))).isTrue();
        assertThat(inbox().once("rewards.letters", "e1", () -> write("third"))).isTrue();

        assertThat(written()).containsExactlyInAnyOrder("first", "second", "third");
    }

    @Test
    void leavesNoMemoryOfAnEffectThatFails() {
        assertThatIllegalStateException()
                .isThrownBy(() -> inbox().once(CONSUMER, "e1", () -> {
                    write("half a gift");
                    throw new IllegalStateException("out of gifts");
                }))
                .withMessage("out of gifts");
        assertThat(written()).isEmpty();

        assertThat(inbox().once(CONSUMER, "e1", () -> write("gift"))).isTrue();
        assertThat(written()).containsExactly("gift");
    }

    @Test
    void runsConcurrentDuplicatesOnce() {
        AtomicInteger ran = new AtomicInteger();

        Concurrently.times(40, number -> {
            String event = "e" + number % 10;
            if (inbox().once(CONSUMER, event, () -> write(event))) {
                ran.incrementAndGet();
            }
        });

        assertThat(ran).hasValue(10);
        assertThat(written()).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void forgetsWhatIsOld() {
        inbox().once(CONSUMER, "e1", () -> write("gift"));

        assertThat(inbox().prune(Instant.now().minus(Duration.ofHours(1)))).isZero();
        assertThat(inbox().once(CONSUMER, "e1", () -> write("gift"))).isFalse();

        assertThat(inbox().prune(Instant.now().plus(Duration.ofHours(1)))).isEqualTo(1);
        assertThat(inbox().once(CONSUMER, "e1", () -> write("gift"))).isTrue();
    }
}
