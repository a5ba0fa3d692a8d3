package com.smartfitness.replication.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.replication.replica.KeptState;
import org.junit.jupiter.api.Test;

/** What a {@link com.smartfitness.replication.replica.ReplicaStore} has to notice if others can change its rows. */
public abstract class InspectedReplicaContract extends ReplicaStoreContract {

    @Test
    void noticesRowsThatWereAlteredOrRemoved() {
        apply(note("a", "1.1", "A"), note("b", "1.1", "B"), note("c", "1.1", "C"), nothing("d", "1.1"));
        assertThat(states()).extracting(KeptState::intact).containsOnly(true);

        alterBehindTheBack("a", "forged");
        removeBehindTheBack("b");

        assertThat(states()).extracting(KeptState::intact).containsExactly(false, false, true, true);
        assertThat(store().removeAdded(replica())).isEmpty();
    }

    @Test
    void noticesARowWhereThereIsToBeNone() {
        apply(note("a", "1.1", "A"), nothing("b", "1.2"));

        plantBehindTheBack("b", "back again");

        assertThat(states()).extracting(KeptState::intact).containsExactly(true, false);
    }

    @Test
    void removesRowsThatWereAdded() {
        apply(note("a", "1.1", "A"), nothing("b", "1.2"), fromOutside("outside", "the model's own"));
        plantBehindTheBack("b", "forged");
        plantBehindTheBack("planted", "forged");

        assertThat(store().removeAdded(replica())).containsExactlyInAnyOrder("b", "planted");

        assertThat(textOf("b")).isNull();
        assertThat(textOf("planted")).isNull();
        assertThat(textOf("a")).isEqualTo("A");
        assertThat(textOf("outside")).isEqualTo("the model's own");
    }

    @Test
    void findsRowsIntactThatWereRepaired() {
        complete(note("a", "1.1", "A"), note("b", "1.1", "B"));
        alterBehindTheBack("a", "forged");
        removeBehindTheBack("b");

        apply(note("b", "1.2", "B2"));
        wholeSource(note("a", "1.1", "A"));

        assertThat(states()).extracting(KeptState::intact).containsOnly(true);
    }
}
