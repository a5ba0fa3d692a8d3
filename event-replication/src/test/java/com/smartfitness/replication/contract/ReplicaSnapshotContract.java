package com.smartfitness.replication.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.replication.Version;
import com.smartfitness.replication.replica.ReplicaProgress;
import com.smartfitness.replication.replica.ReplicaProgress.Reason;
import com.smartfitness.replication.replica.ReplicaStore.ChunkPlace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a replica becomes complete. Part of {@link ReplicaStoreContract}. */
public abstract class ReplicaSnapshotContract extends ReplicaHarness {

    @Test
    void hasNothingToShowOfSnapshotsAtFirst() {
        assertThat(progress()).isEqualTo(new ReplicaProgress(0, 0, Reason.NEEDED, false, false, null, 0));
    }

    @Test
    void carriesASnapshotChunkByChunk() {
        assertThat(begin(0)).isEqualTo(new ReplicaProgress(0, 1, Reason.NEEDED, true, false, null, 0));

        assertThat(chunk(null, "b", note("a", "1.1", "A"), note("b", "1.1", "B")))
                .isEqualTo(new ReplicaProgress(1, 1, Reason.NEEDED, true, false, "b", 2));
        assertThat(chunk("b", null, note("c", "1.4", "C"), nothing("d", "1.2")))
                .isEqualTo(new ReplicaProgress(1, 1, Reason.NEEDED, false, true, null, 4));

        assertThat(List.of(textOf("a"), textOf("b"), textOf("c"))).containsExactly("A", "B", "C");
        assertThat(textOf("d")).isNull();
    }

    @Test
    void remembersProgressForItsSuccessor() {
        begin(1);
        ReplicaProgress before = chunk(null, "a", note("a", "1.1", "A"));

        restart();

        assertThat(progress()).isEqualTo(before);
        assertThat(chunk("a", null, note("b", "1.1", "B")).everComplete()).isTrue();
        assertThat(textOf("a")).isEqualTo("A");
    }

    @Test
    void doesNotMoveForChunksThatItDoesNotAwait() {
        begin(2);
        ReplicaProgress before = chunk(null, "b", note("a", "2.1", "A"));

        assertThat(advance(new ChunkPlace(1, 2, null, "b"))).isEqualTo(before);
        assertThat(advance(new ChunkPlace(1, 2, "c", null))).isEqualTo(before);
        assertThat(advance(new ChunkPlace(0, 2, "b", null))).isEqualTo(before);
        assertThat(advance(new ChunkPlace(2, 2, "b", null))).isEqualTo(before);
        assertThat(advance(new ChunkPlace(1, 1, "b", null))).isEqualTo(before);
    }

    @Test
    void doesNotMoveWhenNoSnapshotRuns() {
        begin(1);
        ReplicaProgress ended = wholeSource(note("a", "1.1", "A"));

        assertThat(advance(new ChunkPlace(1, 1, null, null), note("b", "1.1", "B")))
                .isEqualTo(ended);
        assertThat(textOf("a")).isEqualTo("A");
        assertThat(textOf("b")).isEqualTo("B");
    }

    @Test
    void takesAChunkTwiceLikeOnce() {
        begin(1);
        ReplicaProgress once = chunk(null, "a", note("a", "1.1", "A"));

        assertThat(chunk(null, "a", note("a", "1.1", "A"))).isEqualTo(once);
        assertThat(textOf("a")).isEqualTo("A");
    }

    @Test
    void putsRightWhatWasAlteredBehindTheBack() {
        apply(note("a", "1.1", "A"), note("b", "1.1", "B"));
        alterBehindTheBack("a", "forged");
        removeBehindTheBack("b");
        assertThat(textOf("a")).isEqualTo("forged");

        begin(1);
        wholeSource(note("a", "1.1", "A"), note("b", "1.1", "B"));

        assertThat(textOf("a")).isEqualTo("A");
        assertThat(textOf("b")).isEqualTo("B");
    }

    @Test
    void removesWhatWasPlantedBehindTheBack() {
        apply(note("a", "1.1", "A"), fromOutside("outside", "the model's own"));
        plantBehindTheBack("planted", "forged");

        begin(1);
        wholeSource(note("a", "1.1", "A"));

        assertThat(textOf("planted")).isNull();
        assertThat(textOf("a")).isEqualTo("A");
        assertThat(textOf("outside")).isEqualTo("the model's own");
    }

    @Test
    void removesWhatTheSourceNoLongerHas() {
        apply(note("a", "1.1", "A"), note("lost", "1.1", "of the time before the restore"));

        begin(1);
        chunk(null, "a", note("a", "1.1", "A"));
        assertThat(textOf("lost")).isNotNull();
        chunk("a", null);

        assertThat(textOf("a")).isEqualTo("A");
        assertThat(textOf("lost")).isNull();
    }

    @Test
    void keepsWhatArrivedDuringTheSnapshot() {
        apply(note("a", "1.1", "A"));
        begin(1);
        apply(note("a", "1.2", "A2"), note("b", "1.1", "B"));

        wholeSource(note("a", "1.1", "A"));

        assertThat(textOf("a")).isEqualTo("A2");
        assertThat(textOf("b")).isEqualTo("B");
    }

    @Test
    void keepsWhatItKnewToBeNewerThanTheSnapshot() {
        apply(note("a", "1.5", "A5"), nothing("b", "1.5"));

        begin(1);
        wholeSource(note("a", "1.4", "A4"), note("b", "1.4", "B4"));

        assertThat(textOf("a")).isEqualTo("A5");
        assertThat(textOf("b")).isNull();
        assertThat(apply(note("a", "1.5", "late"), note("b", "1.5", "late"))).isZero();
    }

    @Test
    void keepsWhatCameFromOutside() {
        apply(fromOutside("outside", "the model's own"), note("a", "1.1", "A"));

        begin(1);
        wholeSource();

        assertThat(textOf("outside")).isEqualTo("the model's own");
        assertThat(textOf("a")).isNull();
    }

    @Test
    void beginsAnewInPlaceOfTheRunningSnapshot() {
        begin(1);
        chunk(null, "a", note("a", "1.1", "A"));

        assertThat(begin(1)).isEqualTo(new ReplicaProgress(1, 2, Reason.NEEDED, true, false, null, 0));

        assertThat(advance(new ChunkPlace(1, 1, "a", null)).running()).isTrue();
        assertThat(wholeSource().running()).isFalse();
        assertThat(textOf("a")).isNull();
    }

    @Test
    void forgetsPlacesInStreamsWhenASnapshotBegins() {
        store().apply(replica(), List.of(), Map.of("notes.note-written.v1", new Version(1, 5)));

        begin(1);

        assertThat(store().seen(replica())).isEmpty();
    }

    @Test
    void neverGoesBackToAnEarlierEpoch() {
        begin(3);

        assertThat(begin(0).epoch()).isEqualTo(3);
        assertThat(begin(2).epoch()).isEqualTo(3);
    }

    @Test
    void removesWhatARestoredSourceHasLost() {
        begin(1);
        wholeSource(note("a", "1.1", "A"), note("b", "1.7", "after the backup"));

        begin(2);
        apply(note("b", "1.8", "late"));
        wholeSource(note("a", "2.1", "A"));

        assertThat(textOf("a")).isEqualTo("A");
        assertThat(textOf("b")).isNull();
        assertThat(progress().epoch()).isEqualTo(2);
    }

    @Test
    void removesWhatAnAbandonedEpochLeftBeforeTheNewOneWasKnown() {
        begin(0);
        apply(note("a", "1.9", "after the backup"), note("b", "1.9", "after the backup"));

        advance(new ChunkPlace(1, 2, null, null), note("a", "2.3", "restored"));

        assertThat(textOf("a")).isEqualTo("restored");
        assertThat(textOf("b")).isNull();
    }

    @Test
    void isRebuiltWhileItIsRead() {
        complete(note("a", "1.1", "A"), note("b", "1.1", "B"), note("gone", "1.1", "gone"));
        store().apply(replica(), List.of(), Map.of("notes.note-written.v1", new Version(1, 5)));
        alterBehindTheBack("a", "forged");
        plantBehindTheBack("planted", "forged");

        assertThat(rebuild()).isEqualTo(new ReplicaProgress(1, 2, Reason.WANTED, true, true, null, 0));
        chunk(null, "a", note("a", "1.1", "A"));
        restart();
        apply(note("b", "1.2", "B2"));
        ReplicaProgress end = chunk("a", null, note("b", "1.1", "B"));

        assertThat(end).isEqualTo(new ReplicaProgress(1, 2, Reason.WANTED, false, true, null, 2));
        assertThat(List.of(textOf("a"), textOf("b"))).containsExactly("A", "B2");
        assertThat(textOf("gone")).isNull();
        assertThat(textOf("planted")).isNull();
        assertThat(store().seen(replica())).containsOnlyKeys("notes.note-written.v1");
    }

    @Test
    void staysAsItIsWhenARebuildIsCancelled() {
        complete(note("a", "1.1", "A"), note("b", "1.1", "B"));
        rebuild();
        chunk(null, "a", note("a", "1.2", "A2"));

        ReplicaProgress cancelled = store().cancel(replica());

        assertThat(cancelled).isEqualTo(new ReplicaProgress(1, 2, Reason.CANCELLED, false, true, null, 1));
        assertThat(advance(new ChunkPlace(2, 1, "a", null))).isEqualTo(cancelled);
        assertThat(textOf("a")).isEqualTo("A2");
        assertThat(textOf("b")).isEqualTo("B");
        assertThat(rebuild()).isEqualTo(new ReplicaProgress(1, 3, Reason.WANTED, true, true, null, 0));
    }

    @Test
    void neitherRebuildsNorCancelsWhatIsNotComplete() {
        assertThat(rebuild()).isEqualTo(progress());

        ReplicaProgress begun = begin(1);

        assertThat(rebuild()).isEqualTo(begun);
        assertThat(store().cancel(replica())).isEqualTo(begun);
    }

    @Test
    void needsASnapshotThatTakesTheRebuildsPlace() {
        complete(note("a", "1.1", "A"));
        rebuild();

        ReplicaProgress needed = begin(1);

        assertThat(store().cancel(replica())).isEqualTo(needed);
        assertThat(needed.generation()).isEqualTo(3);
    }
}
