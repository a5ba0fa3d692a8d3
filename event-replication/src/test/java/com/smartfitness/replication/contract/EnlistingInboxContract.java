package com.smartfitness.replication.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

/** What an inbox has to do besides where a reaction enlists its change, for want of transactions. */
public abstract class EnlistingInboxContract extends InboxContract {

    @Test
    void makesOneChangeAnEvent() {
        assertThatIllegalStateException()
                .isThrownBy(() -> inbox().once("rewards.gifts", "e1", () -> {
                    write("first");
                    write("second");
                }))
                .withMessageStartingWith("A reaction makes one change");
        assertThat(written()).isEmpty();
    }
}
