package com.smartfitness.monitoring;

import com.smartfitness.testing.neighbours.BranchEvents;
import com.smartfitness.testing.stores.Eventually;
import java.util.UUID;

/** Branches that the service has heard of. */
public final class Branches {

    private Branches() {}

    /** A new branch of the owner's. */
    public static String open(RunningMonitoring service, User owner) {
        String id = "B-" + UUID.randomUUID();
        service.neighbours().say(1, new BranchEvents(id, owner.id()).created());
        await(service, id, "OPEN");
        return id;
    }

    public static void close(RunningMonitoring service, User owner, String id) {
        service.neighbours().say(2, new BranchEvents(id, owner.id()).closed());
        await(service, id, "CLOSED");
    }

    private static void await(RunningMonitoring service, String branch, String status) {
        Eventually.holds(
                "the branch is known",
                () -> service.database()
                                .sql("select count(*) from known_branch where branch_id = ? and status = ?")
                                .params(branch, status)
                                .query(Integer.class)
                                .single()
                        == 1);
    }
}
