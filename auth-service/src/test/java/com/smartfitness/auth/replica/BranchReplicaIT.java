package com.smartfitness.auth.replica;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.auth.Person;
import com.smartfitness.auth.RunningAuth;
import com.smartfitness.auth.Site;
import com.smartfitness.testing.neighbours.BranchEvents;
import com.smartfitness.testing.neighbours.OtherServices;
import com.smartfitness.testing.stores.Eventually;
import org.junit.jupiter.api.Test;

/** Branches as branchowner-service publishes them. */
class BranchReplicaIT {

    private final Site site = Site.fresh();
    private final BranchEvents branch = new BranchEvents("B-1", "U-1");

    @Test
    void letsHelpersSignUpForBranchesFromTheirOpeningToTheirClosing() throws Exception {
        try (RunningAuth auth = site.start();
                OtherServices others = OtherServices.at(site.broker())) {
            others.say(1, branch.created());
            Eventually.holds("a helper can sign up", () -> signUp(auth) == 201);

            others.say(2, branch.closed());
            Eventually.holds("none can any more", () -> signUp(auth) == 422);
            assertThat(auth.database()
                            .sql("select status from known_branch")
                            .query(String.class)
                            .list())
                    .containsExactly("CLOSED");
        }
    }

    private static int signUp(RunningAuth auth) {
        return auth.post("/api/v1/helpers", Person.any().helperOf("B-1").toString())
                .status();
    }
}
