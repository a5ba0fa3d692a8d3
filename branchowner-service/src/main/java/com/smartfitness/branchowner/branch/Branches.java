package com.smartfitness.branchowner.branch;

import com.smartfitness.branchowner.replica.KnownUsers;
import com.smartfitness.branchowner.replica.UserId;
import com.smartfitness.defaults.security.Caller;
import com.smartfitness.defaults.web.Cursor;
import com.smartfitness.defaults.web.Page;
import com.smartfitness.defaults.web.StaleRevisionException;
import com.smartfitness.events.Role;
import com.smartfitness.replication.EventPublisher;
import java.time.Clock;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What can be done with branches, by whom. Every change is announced in the transaction that makes it. */
@Service
public class Branches {

    private final BranchRepository repository;
    private final KnownUsers users;
    private final EventPublisher events;
    private final Clock clock;

    Branches(BranchRepository repository, KnownUsers users, EventPublisher events, Clock clock) {
        this.repository = repository;
        this.users = users;
        this.events = events;
        this.clock = clock;
    }

    /** Opens a branch of the caller's. */
    @Transactional
    public Branch register(BranchProfile profile, Caller caller) {
        UserId owner = new UserId(caller.userId());
        users.requireActive(owner);
        Branch branch = Branch.register(owner, profile, clock.instant());
        repository.add(branch);
        events.publish(BranchEvents.created(branch));
        return branch;
    }

    /**
     * One branch.
     *
     * @param caller null for somebody who has not signed in
     * @throws BranchNotFoundException also where the caller may not see it
     */
    public Branch get(BranchId id, @Nullable Caller caller) {
        return repository
                .find(id)
                .filter(branch -> branch.isVisibleTo(caller))
                .orElseThrow(() -> BranchNotFoundException.forId(id));
    }

    /** The caller's branches, closed ones too, or everybody's for an operator. */
    public Page<Branch> list(int limit, @Nullable String cursor, Caller caller) {
        Cursor after = Cursor.newestFirst(cursor);
        List<Branch> rows = caller.role() == Role.OPERATOR
                ? repository.newestFirst(after, limit + 1)
                : repository.newestFirst(new UserId(caller.userId()), after, limit + 1);
        return Page.of(rows, limit, row -> new Cursor(row.createdAt(), row.id().value()).text());
    }

    /**
     * Replaces the profile of a branch of the caller's.
     *
     * @param expected accepts the revision that the caller knows
     * @throws StaleRevisionException where the branch has another, or gets one at the same time
     */
    @Transactional
    public Branch edit(BranchId id, BranchProfile profile, LongPredicate expected, Caller caller) {
        Branch branch = owned(repository.find(id).orElseThrow(() -> BranchNotFoundException.forId(id)), caller);
        Branch edited = branch.edit(profile);
        if (!expected.test(branch.revision())) {
            throw new StaleRevisionException();
        }
        if (edited.revision() != branch.revision()) {
            if (!repository.replace(edited)) {
                throw new StaleRevisionException();
            }
            events.publish(BranchEvents.updated(edited));
        }
        return edited;
    }

    /** Closes a branch of the caller's, which may be closed already. */
    @Transactional
    public Branch close(BranchId id, Caller caller) {
        Branch branch = owned(repository.lock(id).orElseThrow(() -> BranchNotFoundException.forId(id)), caller);
        Branch closed = branch.close();
        if (closed.revision() != branch.revision()) {
            repository.replace(closed);
            events.publish(BranchEvents.closed(closed));
        }
        return closed;
    }

    /**
     * Lets pass who may read what concerns the branch, open or closed: its owner and operators.
     *
     * @throws BranchNotFoundException where there is no such branch
     * @throws NotTheOwnerException where it is somebody else's
     */
    public void requireReader(BranchId id, Caller caller) {
        Branch branch = repository.find(id).orElseThrow(() -> BranchNotFoundException.forId(id));
        if (caller.role() != Role.OPERATOR) {
            requireOwner(branch, caller);
        }
    }

    private Branch owned(Branch branch, Caller caller) {
        requireOwner(branch, caller);
        users.requireActive(branch.owner());
        return branch;
    }

    private static void requireOwner(Branch branch, Caller caller) {
        if (!branch.isOwnedBy(new UserId(caller.userId()))) {
            throw NotTheOwnerException.ofBranch(branch.id());
        }
    }
}
