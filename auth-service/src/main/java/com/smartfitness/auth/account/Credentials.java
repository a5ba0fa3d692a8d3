package com.smartfitness.auth.account;

import com.smartfitness.auth.Source;
import com.smartfitness.auth.audit.AuditAction;
import com.smartfitness.auth.audit.AuditLog;
import com.smartfitness.auth.password.PasswordHasher;
import com.smartfitness.auth.throttle.SignInThrottle;
import com.smartfitness.auth.throttle.TooManyAttemptsException;
import com.smartfitness.events.UserStatus;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Passwords shown to this service: looked at a limited number of times, and every answer written down. */
@Service
public class Credentials {

    private final AccountRepository accounts;
    private final PasswordHasher passwords;
    private final SignInThrottle throttle;
    private final AuditLog audit;

    Credentials(AccountRepository accounts, PasswordHasher passwords, SignInThrottle throttle, AuditLog audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.audit = audit;
    }

    /**
     * Checks an e-mail and its password. Whether there is no such account, another password or an account that may not
     * be used: the answer and the time it takes are the same.
     *
     * @throws WrongCredentialsException in all these cases
     * @throws TooManyAttemptsException where too many wrong ones have been tried
     */
    public SignedIn signIn(String email, String password, Source source) {
        Optional<EmailAddress> address = EmailAddress.parse(email);
        String account = address.map(EmailAddress::value).orElse(email);
        AccountRepository.Secret known = verified(account, password, source, () -> address.flatMap(accounts::secretOf))
                .orElseThrow(WrongCredentialsException::new);
        audit.ofThemselves(AuditAction.SIGNED_IN, known.id().value(), source);
        return known.signedIn();
    }

    /**
     * Checks the password of somebody who is signed in, before they do what cannot be undone.
     *
     * @throws WrongPasswordException where it is another
     * @throws TooManyAttemptsException where too many wrong ones have been tried
     */
    void confirm(UserId user, String password, Source source) {
        String email = accounts.find(user)
                .orElseThrow(AccountNotFoundException::new)
                .email()
                .value();
        if (verified(email, password, source, () -> accounts.secretOf(user)).isEmpty()) {
            throw new WrongPasswordException();
        }
    }

    private Optional<AccountRepository.Secret> verified(
            String account, String password, Source source, Supplier<Optional<AccountRepository.Secret>> lookup) {
        admit(account, source);
        AtomicReference<AccountRepository.@Nullable Secret> known = new AtomicReference<>();
        Optional<AccountRepository.Secret> verified;
        try {
            verified = passwords
                    .verified(
                            password,
                            () -> {
                                Optional<AccountRepository.Secret> found = lookup.get();
                                known.set(found.orElse(null));
                                return found;
                            },
                            AccountRepository.Secret::passwordHash)
                    .filter(secret -> secret.status() == UserStatus.ACTIVE);
        } catch (RuntimeException notLookedAt) {
            throttle.giveBack(account, source);
            throw notLookedAt;
        }
        if (verified.isPresent()) {
            throttle.succeeded(account, source);
        } else {
            AccountRepository.Secret tried = known.get();
            audit.write(
                    AuditAction.SIGN_IN_FAILED,
                    null,
                    tried == null ? null : tried.id().value(),
                    source,
                    null);
        }
        return verified;
    }

    private void admit(String account, Source source) {
        try {
            throttle.admit(account, source);
        } catch (TooManyAttemptsException e) {
            if (e.isFirst()) {
                audit.write(AuditAction.SIGN_IN_THROTTLED, null, null, source, null);
            }
            throw e;
        }
    }
}
