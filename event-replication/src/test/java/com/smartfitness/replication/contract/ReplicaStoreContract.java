package com.smartfitness.replication.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.smartfitness.replication.Version;
import com.smartfitness.replication.replica.KeptState;
import com.smartfitness.replication.replica.ReplicaChange;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every {@link com.smartfitness.replication.replica.ReplicaStore} has to do. */
public abstract class ReplicaStoreContract extends ReplicaSnapshotContract {

    private static final String WRITTEN = "notes.note-written.v1";

    @Test
    void showsWhatEventsSay() {
        assertThat(apply(note("a", "1.1", "first"), note("b", "1.1", "other"))).isEqualTo(2);
        assertThat(apply(note("a", "1.2", "second"))).isEqualTo(1);

        assertThat(textOf("a")).isEqualTo("second");
        assertThat(textOf("b")).isEqualTo("other");
    }

    @Test
    void ignoresWhatIsNotNewer() {
        apply(note("a", "1.5", "fifth"));

        assertThat(apply(note("a", "1.4", "older"))).isZero();
        assertThat(apply(note("a", "1.5", "equal"))).isZero();
        assertThat(textOf("a")).isEqualTo("fifth");
    }

    @Test
    void skipsVersionsThatDidNotArrive() {
        apply(note("a", "1.1", "first"));

        assertThat(apply(note("a", "1.7", "seventh"))).isEqualTo(1);
        assertThat(textOf("a")).isEqualTo("seventh");
    }

    @Test
    void comparesCountersAsNumbersAndEpochsFirst() {
        apply(note("a", "1.9", "ninth"));

        assertThat(apply(note("a", "1.10", "tenth"))).isEqualTo(1);
        assertThat(apply(note("a", "2.1", "restored"))).isEqualTo(1);
        assertThat(apply(note("a", "1.11", "late"))).isZero();
        assertThat(textOf("a")).isEqualTo("restored");
    }

    @Test
    void remembersVersionsOfWhatIsGone() {
        apply(note("a", "1.1", "first"));

        assertThat(apply(nothing("a", "1.3"))).isEqualTo(1);
        assertThat(textOf("a")).isNull();
        assertThat(apply(note("a", "1.2", "late"))).isZero();
        assertThat(textOf("a")).isNull();
        assertThat(apply(note("a", "1.4", "again"))).isEqualTo(1);
        assertThat(textOf("a")).isEqualTo("again");
    }

    @Test
    void remembersVersionsOfWhatNeverWas() {
        assertThat(apply(nothing("a", "1.2"))).isEqualTo(1);

        assertThat(apply(note("a", "1.1", "late"))).isZero();
        assertThat(textOf("a")).isNull();
    }

    @Test
    void takesOutsidersWhereNothingIsKnown() {
        assertThat(apply(fromOutside("a", "outside"))).isEqualTo(1);
        assertThat(apply(fromOutside("a", "outside again"))).isZero();
        assertThat(textOf("a")).isEqualTo("outside");

        assertThat(apply(note("a", "1.1", "inside"))).isEqualTo(1);
        assertThat(apply(fromOutside("a", "outside"))).isZero();
        assertThat(textOf("a")).isEqualTo("inside");
    }

    @Test
    void doesNotLetOutsidersBringBackWhatIsGone() {
        apply(nothing("a", "1.2"));

        assertThat(apply(fromOutside("a", "outside"))).isZero();
        assertThat(textOf("a")).isNull();
    }

    @Test
    void takesOutsidersWhateverTheEpoch() {
        begin(3);

        assertThat(apply(fromOutside("a", "outside"))).isEqualTo(1);
        assertThat(textOf("a")).isEqualTo("outside");
    }

    @Test
    void ignoresEpochsThatTheSourceHasLeft() {
        begin(2);
        wholeSource();

        assertThat(apply(note("a", "1.9", "late"), note("b", "2.1", "in time"))).isEqualTo(1);
        assertThat(textOf("a")).isNull();
        assertThat(textOf("b")).isEqualTo("in time");
    }

    @Test
    void remembersPlacesInStreams() {
        store().apply(replica(), List.of(), Map.of(WRITTEN, new Version(1, 5)));
        store().apply(
                        replica(),
                        List.of(note("a", "1.1", "first")),
                        Map.of(WRITTEN, new Version(1, 6), "notes.note-erased.v1", new Version(1, 2)));

        restart();

        assertThat(store().seen(replica()))
                .containsOnly(
                        Map.entry(WRITTEN, new Version(1, 6)), Map.entry("notes.note-erased.v1", new Version(1, 2)));
    }

    @Test
    void changesNothingWhenOneChangeIsRefused() {
        ReplicaChange refused = new ReplicaChange("b", new Version(1, 1), 0, new KnownNote("another", "text"));

        assertThatThrownBy(() -> store().apply(
                                replica(), List.of(note("a", "1.1", "A"), refused), Map.of(WRITTEN, new Version(1, 2))))
                .hasMessageContaining("The row for b has the key 'another'");

        assertThat(textOf("a")).isNull();
        assertThat(store().seen(replica())).isEmpty();
        assertThat(apply(note("a", "1.1", "A"))).isEqualTo(1);
    }

    @Test
    void appliesEachVersionOnceAmongConcurrentStores() {
        AtomicInteger applied = new AtomicInteger();

        Concurrently.times(40, number -> {
            int version = number % 10 + 1;
            applied.addAndGet(apply(note("n" + version, "1." + version, "v" + version)));
        });

        assertThat(applied).hasValue(10);
        assertThat(textOf("n10")).isEqualTo("v10");
    }

    @Test
    void tellsWhatItKnowsOfAStretch() {
        apply(note("b", "1.2", "B"), note("a", "1.1", "A"), nothing("c", "2.1"), fromOutside("aa", "outside"));
        apply(note("\ud83d\ude00", "1.1", "after all others in bytes"), note("\uffee", "1.1", "before it"));

        assertThat(states()).extracting(KeptState::id).containsExactly("a", "b", "c", "\uffee", "\ud83d\ude00");
        assertThat(store().states(replica(), "a", "c"))
                .containsExactly(
                        new KeptState("b", new Version(1, 2), "B".hashCode(), true),
                        new KeptState("c", new Version(2, 1), 0, true));
        assertThat(store().states(replica(), "c", "c")).isEmpty();
    }

    @Test
    void remembersHashesOfAllSixtyFourBits() {
        ReplicaChange high = new ReplicaChange("a", new Version(1, 1), Long.MAX_VALUE - 1, new KnownNote("a", "A"));
        ReplicaChange low = new ReplicaChange("b", new Version(1, 1), Long.MIN_VALUE + 1, new KnownNote("b", "B"));

        apply(high);
        begin(1);
        wholeSource(high, low);

        assertThat(states()).extracting(KeptState::hash).containsExactly(high.hash(), low.hash());
    }

    @Test
    void removesWhatIsStillKnownAsItWasSeen() {
        apply(note("a", "1.1", "A"), note("b", "1.1", "B"), nothing("c", "1.1"));

        store().remove(replica(), Map.of("a", new Version(1, 1), "b", new Version(1, 2), "c", new Version(1, 1)));

        assertThat(textOf("a")).isNull();
        assertThat(textOf("b")).isEqualTo("B");
        assertThat(states()).extracting(KeptState::id).containsExactly("b");
        assertThat(apply(note("a", "1.1", "A"))).isEqualTo(1);
    }
}
