package com.smartfitness.replication.snapshot;

import com.smartfitness.replication.outbox.Outbox;
import com.smartfitness.replication.outbox.PublishedPage;
import com.smartfitness.replication.outbox.PublishedPage.PublishedState;
import java.util.Set;

/** Aggregates of which consumers may know less than the source has published. */
final class Busy {

    private Busy() {}

    /**
     * Those of a page whose events wait to be sent. Asked after the page was read: an event that is in the page and not
     * among these has been confirmed before, so that whatever is sent now comes after it.
     */
    static Set<String> among(Outbox outbox, String aggregate, PublishedPage page) {
        return outbox.pending(
                aggregate, page.states().stream().map(PublishedState::id).toList());
    }
}
