package com.smartfitness.helper.confirmation;

import com.smartfitness.defaults.security.Caller;
import com.smartfitness.helper.replica.KnownBranches;
import com.smartfitness.helper.replica.KnownUsers;
import com.smartfitness.helper.replica.UserId;
import com.smartfitness.helper.reward.Ledger;
import com.smartfitness.helper.task.Confirmation;
import com.smartfitness.helper.task.Task;
import com.smartfitness.helper.task.TaskId;
import com.smartfitness.helper.task.TaskNotFoundException;
import com.smartfitness.helper.task.TaskStatus;
import com.smartfitness.helper.task.Tasks;
import com.smartfitness.replication.trace.Traces;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The owner's last word: the task, its event and the helper's credit are one transaction. */
@Service
class Confirmations {

    private final KnownUsers users;
    private final KnownBranches branches;
    private final Tasks tasks;
    private final Ledger ledger;
    private final Clock clock;

    Confirmations(KnownUsers users, KnownBranches branches, Tasks tasks, Ledger ledger, Clock clock) {
        this.users = users;
        this.branches = branches;
        this.tasks = tasks;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional
    Task confirm(Caller caller, TaskId id, ConfirmationRequest request) {
        UserId owner = users.require(caller).id();
        Task task = tasks.lock(id).orElseThrow(() -> TaskNotFoundException.forId(id));
        if (!branches.isOwner(owner, task.branch())) {
            throw new NotTheOwnerException();
        }
        Confirmation confirmation = new Confirmation(
                request.result(), request.saidReason(), owner, clock.instant().truncatedTo(ChronoUnit.MICROS));
        Task confirmed = task.confirmed(confirmation);
        try (Traces.Span _ = tasks.tell("confirm", id)) {
            tasks.update(confirmed);
            if (confirmed.status() == TaskStatus.DONE) {
                ledger.credit(confirmed.helper(), id, confirmation.at());
            }
        }
        return confirmed;
    }
}
