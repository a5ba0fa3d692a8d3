package com.smartfitness.auth.account;

import com.smartfitness.auth.password.PasswordHasher;
import com.smartfitness.auth.replica.BranchId;
import com.smartfitness.auth.replica.KnownBranches;
import com.smartfitness.events.BranchStatus;
import com.smartfitness.events.UserStatus;
import com.smartfitness.replication.EventPublisher;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Signing up and signing in. */
@Service
public class Accounts {

    private final AccountRepository accounts;
    private final KnownBranches branches;
    private final PasswordHasher passwords;
    private final EventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Accounts(
            AccountRepository accounts,
            KnownBranches branches,
            PasswordHasher passwords,
            EventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.accounts = accounts;
        this.branches = branches;
        this.passwords = passwords;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Makes an account and tells all services of it.
     *
     * @throws EmailTakenException where the e-mail has an account
     * @throws UnusableBranchException where a helper's branch is not open
     */
    Account signUp(SignUp wish, String password) {
        if (wish.branchId() != null) {
            requireOpen(wish.branchId());
        }
        // Outside the transaction: a connection is not to be kept waiting for a processor.
        String passwordHash = passwords.hash(password);
        Account account = Account.of(wish, clock.instant().truncatedTo(ChronoUnit.MICROS));
        transactions.executeWithoutResult(transaction -> {
            if (!accounts.add(account, passwordHash)) {
                throw new EmailTakenException();
            }
            events.publish(account.created());
        });
        return account;
    }

    /**
     * Checks an e-mail and its password. Whether there is no such account, another password or an account that may not
     * be used: the answer and the time it takes are the same.
     *
     * @throws WrongCredentialsException in all these cases
     */
    public SignedIn signIn(String email, String password) {
        Optional<AccountRepository.Secret> verified = passwords.verified(
                password,
                () -> EmailAddress.parse(email).flatMap(accounts::secretOf),
                AccountRepository.Secret::passwordHash);
        return verified.filter(known -> known.status() == UserStatus.ACTIVE)
                .map(known -> new SignedIn(known.id(), known.role()))
                .orElseThrow(WrongCredentialsException::new);
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
