package com.smartfitness.auth.account;

import com.smartfitness.auth.Source;
import com.smartfitness.auth.audit.AuditAction;
import com.smartfitness.auth.audit.AuditLog;
import com.smartfitness.auth.password.PasswordHasher;
import com.smartfitness.events.Role;
import com.smartfitness.events.UserErasedEvent;
import com.smartfitness.events.UserStatus;
import com.smartfitness.replication.EventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of an account after its sign-up. Each change, its event and its record are one transaction. */
@Service
public class AccountChanges {

    private final AccountRepository accounts;
    private final Credentials credentials;
    private final PasswordHasher passwords;
    private final TokenRevocations revocations;
    private final EventPublisher events;
    private final AuditLog audit;
    private final TransactionTemplate transactions;

    AccountChanges(
            AccountRepository accounts,
            Credentials credentials,
            PasswordHasher passwords,
            TokenRevocations revocations,
            EventPublisher events,
            AuditLog audit,
            TransactionTemplate transactions) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.passwords = passwords;
        this.revocations = revocations;
        this.events = events;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Changes what the user is called and reached by. */
    Account changeProfile(UserId user, ProfileChange change, Source source) {
        return transactions.execute(transaction -> {
            Account account = locked(user);
            Account changed = account.with(change);
            if (!changed.equals(account)) {
                accounts.update(changed);
                if (!changed.alias().equals(account.alias())) {
                    events.publish(changed.changed());
                }
                audit.ofThemselves(AuditAction.PROFILE_CHANGED, user.value(), source);
            }
            return changed;
        });
    }

    /**
     * Sets another password, and ends all sessions that were begun with the former one.
     *
     * @return what to give a new token for
     * @throws WrongPasswordException where the current one is another
     */
    public SignedIn changePassword(UserId user, String current, String next, Source source) {
        credentials.confirm(user, current, source);
        String hash = passwords.hash(next);
        return transactions.execute(transaction -> {
            Account account = locked(user);
            accounts.setPassword(user, hash);
            long generation = revocations.revoke(user);
            audit.ofThemselves(AuditAction.PASSWORD_CHANGED, user.value(), source);
            return new SignedIn(user, account.role(), generation);
        });
    }

    /**
     * Takes an account out of use, or back into it. Every service refuses its tokens as soon as it hears of it.
     *
     * @throws OwnAccountException where an operator means themselves
     */
    Account setStatus(UserId user, UserStatus status, UserId operator, Source source) {
        if (user.equals(operator)) {
            throw new OwnAccountException();
        }
        return transactions.execute(transaction -> {
            Account account = locked(user);
            if (account.status() == status) {
                return account;
            }
            Account changed = account.with(status);
            accounts.update(changed);
            events.publish(changed.changed());
            if (status == UserStatus.DEACTIVATED) {
                revocations.revoke(user);
            }
            AuditAction action =
                    status == UserStatus.ACTIVE ? AuditAction.ACCOUNT_ACTIVATED : AuditAction.ACCOUNT_DEACTIVATED;
            audit.write(action, operator.value(), user.value(), source, null);
            return changed;
        });
    }

    /**
     * Forgets a user: the account and the key that it was encrypted with are gone, and all services are told to forget.
     *
     * @throws WrongPasswordException where the password is another
     * @throws OwnAccountException where an operator means themselves
     */
    void erase(UserId user, String password, Source source) {
        credentials.confirm(user, password, source);
        transactions.executeWithoutResult(transaction -> {
            if (locked(user).role() == Role.OPERATOR) {
                throw new OwnAccountException();
            }
            revocations.revoke(user);
            accounts.delete(user);
            events.publish(new UserErasedEvent(user.value()));
            audit.ofThemselves(AuditAction.ACCOUNT_ERASED, user.value(), source);
        });
    }

    private Account locked(UserId user) {
        accounts.lock(user);
        return accounts.find(user).orElseThrow(AccountNotFoundException::new);
    }
}
