package com.smartfitness.monitoring;

import com.smartfitness.events.BranchClosedEvent;
import com.smartfitness.events.BranchCreatedEvent;
import com.smartfitness.events.BranchStatus;
import com.smartfitness.testing.stores.Eventually;
import java.util.List;
import java.util.UUID;

/** Branches that the service has heard of. */
public final class Branches {

    private Branches() {}

    /** A new branch of the owner's. */
    public static String open(RunningMonitoring service, User owner) {
        String id = "B-" + UUID.randomUUID();
        service.neighbours()
                .say(
                        1,
                        new BranchCreatedEvent(
                                id,
                                owner.id(),
                                "강남점",
                                "서울 강남구",
                                null,
                                "Asia/Seoul",
                                List.of(),
                                null,
                                List.of(),
                                List.of(),
                                null,
                                BranchStatus.OPEN));
        await(service, id, "OPEN");
        return id;
    }

    public static void close(RunningMonitoring service, User owner, String id) {
        service.neighbours()
                .say(
                        2,
                        new BranchClosedEvent(
                                id,
                                owner.id(),
                                "강남점",
                                "서울 강남구",
                                null,
                                "Asia/Seoul",
                                List.of(),
                                null,
                                List.of(),
                                List.of(),
                                null,
                                BranchStatus.CLOSED));
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
