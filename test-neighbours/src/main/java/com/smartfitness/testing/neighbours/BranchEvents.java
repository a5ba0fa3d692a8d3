package com.smartfitness.testing.neighbours;

import com.smartfitness.events.BranchClosedEvent;
import com.smartfitness.events.BranchCreatedEvent;
import com.smartfitness.events.BranchStatus;
import com.smartfitness.events.BranchUpdatedEvent;
import java.util.List;

/**
 * What branchowner-service says of a branch of which only this much matters.
 *
 * @param zone its time zone, e.g. {@code Asia/Seoul}
 */
public record BranchEvents(String branchId, String ownerId, String zone) {

    private static final List<String> NONE = List.of();

    /** Of a branch in Seoul. */
    public BranchEvents(String branchId, String ownerId) {
        this(branchId, ownerId, "Asia/Seoul");
    }

    public BranchCreatedEvent created() {
        return created(BranchStatus.OPEN);
    }

    public BranchCreatedEvent created(BranchStatus status) {
        return new BranchCreatedEvent(
                branchId, ownerId, "강남점", "서울", null, zone, List.of(), null, NONE, NONE, null, status);
    }

    public BranchUpdatedEvent updated() {
        return new BranchUpdatedEvent(
                branchId, ownerId, "강남점", "서울", null, zone, List.of(), null, NONE, NONE, null, BranchStatus.OPEN);
    }

    public BranchClosedEvent closed() {
        return new BranchClosedEvent(
                branchId, ownerId, "강남점", "서울", null, zone, List.of(), null, NONE, NONE, null, BranchStatus.CLOSED);
    }
}
