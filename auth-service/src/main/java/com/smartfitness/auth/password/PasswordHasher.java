package com.smartfitness.auth.password;

import java.text.Normalizer;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Makes and checks password hashes (Argon2id), a few at once: each costs tens of milliseconds of processor time and
 * tens of megabytes, which many sign-ins together must not take from everything else.
 *
 * <p>The same password typed on another keyboard may come in another Unicode form; all are taken in form C.
 */
@Component
public final class PasswordHasher {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final Argon2PasswordEncoder argon2;
    private final Semaphore turns;
    private final PasswordProperties properties;
    private final String nobodys;

    PasswordHasher(PasswordProperties properties) {
        this.properties = properties;
        argon2 = new Argon2PasswordEncoder(
                SALT_BYTES, HASH_BYTES, properties.parallelism(), properties.memory(), properties.iterations());
        turns = new Semaphore(properties.permits(), true);
        nobodys = hash(UUID.randomUUID().toString());
    }

    /**
     * What to store.
     *
     * @throws TooBusyException when too many others are waiting
     */
    public String hash(String password) {
        return inTurn(() -> String.valueOf(argon2.encode(composed(password))));
    }

    /**
     * The account, if the password is its own. Without an account the answer is none, and takes as long.
     *
     * @param account looked up when its turn has come: who waits keeps no connection from others
     * @param hash of the account's password
     * @throws TooBusyException when too many others are waiting
     */
    public <A> Optional<A> verified(String password, Supplier<Optional<A>> account, Function<A, String> hash) {
        return inTurn(() -> {
            Optional<A> found = account.get();
            boolean same = argon2.matches(composed(password), found.map(hash).orElse(nobodys));
            return same ? found : Optional.empty();
        });
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(properties.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TooBusyException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooBusyException();
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private static String composed(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
