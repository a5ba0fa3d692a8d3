package com.smartfitness.auth.account;

import com.smartfitness.auth.Source;
import com.smartfitness.auth.audit.AuditAction;
import com.smartfitness.auth.audit.AuditLog;
import com.smartfitness.auth.password.PasswordHasher;
import com.smartfitness.auth.replica.BranchId;
import com.smartfitness.auth.replica.KnownBranches;
import com.smartfitness.events.BranchStatus;
import com.smartfitness.replication.EventPublisher;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Signing up, and what is kept of whom. */
@Service
public class Accounts {

    private final AccountRepository accounts;
    private final KnownBranches branches;
    private final PasswordHasher passwords;
    private final EventPublisher events;
    private final AuditLog audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Accounts(
            AccountRepository accounts,
            KnownBranches branches,
            PasswordHasher passwords,
            EventPublisher events,
            AuditLog audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.accounts = accounts;
        this.branches = branches;
        this.passwords = passwords;
        this.events = events;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Makes an account and tells all services of it.
     *
     * @param source where the wish comes from; null for one that nobody has sent
     * @throws EmailTakenException where the e-mail has an account
     * @throws UnusableBranchException where a helper's branch is not open
     */
    Account signUp(SignUp wish, String password, @Nullable Source source) {
        if (wish.branchId() != null) {
            requireOpen(wish.branchId());
        }
        // Outside the transaction: a connection is not to be kept waiting for a processor.
        String passwordHash = passwords.hash(password);
        Account account = Account.of(wish, clock.instant().truncatedTo(ChronoUnit.MICROS));
        transactions.executeWithoutResult(transaction -> {
            if (!accounts.add(account, passwordHash, wish.card())) {
                throw new EmailTakenException();
            }
            events.publish(account.created());
            audit.write(
                    AuditAction.SIGNED_UP,
                    null,
                    account.id().value(),
                    source,
                    wish.role().name());
        });
        return account;
    }

    Account get(UserId id) {
        return accounts.find(id).orElseThrow(AccountNotFoundException::new);
    }

    private void requireOpen(BranchId branch) {
        BranchStatus status = branches.statusOf(branch).orElseThrow(UnusableBranchException::unknown);
        if (status != BranchStatus.OPEN) {
            throw UnusableBranchException.closed();
        }
    }
}
