package com.smartfitness.replication.failures;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.replication.RunningService;
import com.smartfitness.replication.example.members.Members;
import com.smartfitness.testing.stores.Eventually;
import org.junit.jupiter.api.Test;

/** A relay that may wait for more before it looks. */
class GatherIT {

    @Test
    void sendsTogetherWhatIsCommittedWhileItWaits() throws Exception {
        Site site = Site.shared();
        Tap tap = Tap.into(site.broker());
        try (RunningService _ = site.startRewards();
                // It looks when it hears of a commit, and not by chance between a commit and its hearing of it.
                RunningService service = site.startMembers(
                        "replication.relay.gather=3s", "replication.relay.poll=5s", "replication.relay.heartbeat=1h")) {
            Members members = service.bean(Members.class);
            members.join("Before", "Choi");
            Eventually.holds("it has looked", () -> tap.published().size() == 1);

            members.join("Gathered-1", "Lee");
            members.join("Gathered-2", "Kim");
            members.join("Gathered-3", "Park");

            assertThat(tap.published()).hasSize(1);
            Eventually.holds("all have arrived", () -> site.ledger().isKnown("Gathered-3"));
            site.ledger().awaitEquality(MembersClient.of(service));
        }
    }
}
