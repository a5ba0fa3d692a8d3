package com.smartfitness.replication.replica;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.replication.Version;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StreamWatchTest {

    private static final String JOINED = "members.member-joined.v1";
    private static final String LEFT = "members.member-left.v1";

    private final StreamWatch watch = watching(Map.of(JOINED, new Version(1, 5)));

    @Nested
    class OfEvents {

        @Test
        void missesNothingInARow() {
            assertThat(watch.isGapBefore(JOINED, new Version(1, 6))).isFalse();

            watch.note(JOINED, new Version(1, 6));

            assertThat(watch.isGapBefore(JOINED, new Version(1, 7))).isFalse();
        }

        @Test
        void noticesWhatWasSkippedUntilItTakesNote() {
            assertThat(watch.isGapBefore(JOINED, new Version(1, 7))).isTrue();

            watch.note(JOINED, new Version(1, 7));

            assertThat(watch.isGapBefore(JOINED, new Version(1, 8))).isFalse();
        }

        @Test
        void takesRepetitionsForNoGap() {
            watch.note(JOINED, new Version(1, 3));

            assertThat(watch.isGapBefore(JOINED, new Version(1, 3))).isFalse();
            assertThat(watch.isGapBefore(JOINED, new Version(1, 5))).isFalse();
            assertThat(watch.isGapBefore(JOINED, new Version(1, 6))).isFalse();
            assertThat(watch.isGapBefore(JOINED, new Version(1, 7))).isTrue();
        }

        @Test
        void beginsWithTheFirstOfATypeThatItSees() {
            assertThat(watch.isGapBefore(LEFT, new Version(1, 90))).isFalse();

            watch.note(LEFT, new Version(1, 90));

            assertThat(watch.isGapBefore(LEFT, new Version(1, 92))).isTrue();
        }

        @Test
        void beginsAnewWithAnEpoch() {
            assertThat(watch.isGapBefore(JOINED, new Version(2, 3))).isFalse();

            watch.note(JOINED, new Version(2, 3));
            watch.note(JOINED, new Version(1, 9));

            assertThat(watch.isGapBefore(JOINED, new Version(1, 11))).isFalse();
            assertThat(watch.isGapBefore(JOINED, new Version(2, 5))).isTrue();
        }
    }

    @Nested
    class OfFirstSnapshots {

        private final StreamWatch watch = watching(Map.of());

        @Test
        void goesOnFromTheirBeginning() {
            assertThat(watch.isGapAfter(Map.of(JOINED, new Version(1, 5)))).isFalse();

            assertThat(watch.isGapBefore(JOINED, new Version(1, 6))).isFalse();
            assertThat(watch.isGapBefore(JOINED, new Version(1, 7))).isTrue();
            assertThat(watch.unsaved()).containsExactly(Map.entry(JOINED, new Version(1, 5)));
        }

        @Test
        void missesNothingThatCameBefore() {
            watch.note(JOINED, new Version(1, 4));
            watch.note(LEFT, new Version(1, 3));

            assertThat(watch.isGapAfter(Map.of(JOINED, new Version(1, 5), LEFT, new Version(1, 2))))
                    .isFalse();
            assertThat(watch.isGapBefore(JOINED, new Version(1, 6))).isFalse();
            assertThat(watch.isGapBefore(LEFT, new Version(1, 4))).isFalse();
        }

        @Test
        void noticesWhatIsMissingBetweenTheirBeginningAndTheFirstEvent() {
            watch.note(JOINED, new Version(1, 7));

            assertThat(watch.isGapAfter(Map.of(JOINED, new Version(1, 5)))).isTrue();
            assertThat(watch.isGapAfter(Map.of(JOINED, new Version(1, 5)))).isFalse();
        }

        @Test
        void noticesWhatIsMissingBetweenTheirBeginningAndTheFirstHeartbeat() {
            watch.note(Map.of(JOINED, new Version(1, 6)));

            assertThat(watch.isGapAfter(Map.of(JOINED, new Version(1, 5)))).isTrue();
        }

        @Test
        void takesAHeartbeatThatSaysTheSameForNoGap() {
            watch.note(Map.of(JOINED, new Version(1, 5)));

            assertThat(watch.isGapAfter(Map.of(JOINED, new Version(1, 5)))).isFalse();
        }

        @Test
        void comparesNothingAcrossEpochs() {
            watch.note(JOINED, new Version(2, 7));

            assertThat(watch.isGapAfter(Map.of(JOINED, new Version(1, 5)))).isFalse();
        }
    }

    @Nested
    class OfHeartbeats {

        @Test
        void isNotBehindWhatItHasSeen() {
            assertThat(watch.isBehind(Map.of(JOINED, new Version(1, 5)))).isFalse();
            assertThat(watch.isBehind(Map.of(JOINED, new Version(1, 4)))).isFalse();
        }

        @Test
        void isBehindWhatWasSentBeforeUntilItTakesNote() {
            Map<String, Version> source = Map.of(JOINED, new Version(1, 6));
            assertThat(watch.isBehind(source)).isTrue();

            watch.note(source);

            assertThat(watch.isBehind(source)).isFalse();
            assertThat(watch.isGapBefore(JOINED, new Version(1, 7))).isFalse();
        }

        @Test
        void isNotBehindInTypesThatTheQueueIsNotBoundFor() {
            Map<String, Version> source = Map.of("members.card-issued.v1", new Version(1, 9));

            watch.note(source);

            assertThat(watch.isBehind(Map.of("members.card-issued.v1", new Version(1, 10))))
                    .isFalse();
            assertThat(watch.unsaved()).isEmpty();
        }

        @Test
        void takesTheFirstWordOfATypeAsItsBeginning() {
            Map<String, Version> source = Map.of(LEFT, new Version(1, 9));
            assertThat(watch.isBehind(source)).isFalse();

            watch.note(source);

            assertThat(watch.isGapBefore(LEFT, new Version(1, 11))).isTrue();
        }

        @Test
        void isNotBehindAnotherEpoch() {
            assertThat(watch.isBehind(Map.of(JOINED, new Version(2, 90)))).isFalse();
        }
    }

    @Nested
    class OfOtherInstances {

        @Test
        void learnsWhatTheyHaveSeen() {
            watch.learn(Map.of(JOINED, new Version(1, 9), LEFT, new Version(1, 4)));

            assertThat(watch.isGapBefore(JOINED, new Version(1, 10))).isFalse();
            assertThat(watch.isBehind(Map.of(LEFT, new Version(1, 5)))).isTrue();
            assertThat(watch.unsaved()).isEmpty();
        }

        @Test
        void forgetsNothingOverThem() {
            watch.learn(Map.of(JOINED, new Version(1, 2)));

            assertThat(watch.isGapBefore(JOINED, new Version(1, 6))).isFalse();
        }
    }

    @Nested
    class OfCommits {

        @Test
        void remembersWhatIsNewSinceTheLast() {
            assertThat(watch.unsaved()).isEmpty();

            watch.note(JOINED, new Version(1, 6));
            watch.note(JOINED, new Version(1, 7));
            assertThat(watch.unsaved()).containsExactly(Map.entry(JOINED, new Version(1, 7)));

            watch.saved();
            assertThat(watch.unsaved()).isEmpty();
        }

        @Test
        void remembersEverythingAnewWhereItWasForgotten() {
            watch.forgotten();

            assertThat(watch.unsaved()).containsExactly(Map.entry(JOINED, new Version(1, 5)));
        }
    }

    private static StreamWatch watching(Map<String, Version> seen) {
        return new StreamWatch(Set.of(JOINED, LEFT), seen);
    }
}
