package com.smartfitness.branchowner.branch;

import com.smartfitness.branchowner.replica.UserId;
import com.smartfitness.defaults.security.Caller;
import com.smartfitness.events.BranchStatus;
import com.smartfitness.events.Role;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One gym.
 *
 * @param revision one step a change, beginning with 1
 */
public record Branch(
        BranchId id, UserId owner, BranchProfile profile, BranchStatus status, long revision, Instant createdAt) {

    static Branch register(UserId owner, BranchProfile profile, Instant at) {
        // The store keeps microseconds, and what is answered now must be what is read later.
        return new Branch(BranchId.fresh(), owner, profile, BranchStatus.OPEN, 1, at.truncatedTo(ChronoUnit.MICROS));
    }

    /**
     * The branch with another profile.
     *
     * @throws BranchClosedException for a closed branch, which stays as it was
     */
    Branch edit(BranchProfile changed) {
        if (status == BranchStatus.CLOSED) {
            throw BranchClosedException.forId(id);
        }
        return profile.equals(changed) ? this : new Branch(id, owner, changed, status, revision + 1, createdAt);
    }

    /** The branch closed; itself where it is so already. */
    Branch close() {
        return status == BranchStatus.CLOSED
                ? this
                : new Branch(id, owner, profile, BranchStatus.CLOSED, revision + 1, createdAt);
    }

    boolean isOwnedBy(UserId user) {
        return owner.equals(user);
    }

    /** An open branch is for everybody to see; a closed one for its owner and for operators. */
    boolean isVisibleTo(@Nullable Caller caller) {
        return status == BranchStatus.OPEN
                || (caller != null && (caller.role() == Role.OPERATOR || isOwnedBy(new UserId(caller.userId()))));
    }
}
