package com.smartfitness.events;

import java.util.List;

/**
 * A branch is said to offer something that was not said of it before. The aggregate is all that has been said of a branch.
 *
 * @param keywords that are new, in the order of the text
 */
@EventType(value = "search.branch-preference-created.v1", aggregate = "branch-preference", requiresConsumer = false)
public record BranchPreferenceCreatedEvent(String branchId, PreferenceOrigin origin, List<String> keywords)
        implements DomainEvent {

    public BranchPreferenceCreatedEvent {
        Components.requireKey("branchId", branchId);
        keywords = Components.list(keywords);
    }

    @Override
    public String aggregateId() {
        return branchId;
    }
}
