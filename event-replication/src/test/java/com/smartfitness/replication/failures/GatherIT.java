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
                RunningService service =
                        site.startMembers("replication.relay.gather=3s", "replication.relay.heartbeat=1h")) {
            Eventually.holds("it relays", MembersClient.of(service)::isRelaying);
            Members members = service.bean(Members.class);
            int before = tap.published().size();

            members.join("Gathered-1", "Lee");
            members.join("Gathered-2", "Kim");
            members.join("Gathered-3", "Park");

            assertThat(tap.published()).hasSize(before);
            Eventually.holds("all have arrived", () -> site.ledger().isKnown("Gathered-3"));
            site.ledger().awaitEquality(MembersClient.of(service));
        }
    }
}
