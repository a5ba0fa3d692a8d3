package com.smartfitness.auth.throttle;

import com.smartfitness.auth.Forgetful;
import com.smartfitness.auth.Source;
import com.smartfitness.auth.encryption.Column;
import com.smartfitness.auth.encryption.LookupHash;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Limits how many passwords are tried on one account and from one address, and how many cards from one address. An attempt takes its place in the count
 * before the password is looked at, in one statement of the database, so any number of attempts at the same time, at
 * any number of instances, finds the same limit. Who succeeds gives the place back.
 */
@Component
public class SignInThrottle implements Forgetful {

    private static final Column ACCOUNT = new Column("sign_in_attempts", "account");
    private static final Column CARD = new Column("sign_in_attempts", "card");
    private static final Column SOURCE = new Column("sign_in_attempts", "source");

    private final JdbcClient jdbc;
    private final LookupHash hashes;
    private final ThrottleProperties limits;
    private final Clock clock;

    SignInThrottle(JdbcClient jdbc, LookupHash hashes, ThrottleProperties limits, Clock clock) {
        this.jdbc = jdbc;
        this.hashes = hashes;
        this.limits = limits;
        this.clock = clock;
    }

    private record Count(Instant since, int attempts) {}

    /**
     * Takes a place for one attempt.
     *
     * @param account what tells the account from others: its e-mail, or what was given for one
     * @throws TooManyAttemptsException where there is none left
     */
    public void admit(String account, Source source) {
        take(sourceKey(source), limits.sourceAttempts());
        take(accountKey(account), limits.accountAttempts());
    }

    /** The attempt was a success: the account's count begins anew, and the address has one attempt less. */
    public void succeeded(String account, Source source) {
        jdbc.sql("delete from sign_in_attempts where key = ?")
                .param(accountKey(account))
                .update();
        giveBack(sourceKey(source));
    }

    /**
     * Takes a place for a card that somebody shows.
     *
     * @throws TooManyAttemptsException where too many from this address were not their holders'
     */
    public void admitCard(Source source) {
        take(cardKey(source), limits.cardAttempts());
    }

    /** The card was the holder's, or could not be checked. */
    public void cardDone(Source source) {
        giveBack(cardKey(source));
    }

    /** The password has not been looked at. */
    public void giveBack(String account, Source source) {
        giveBack(accountKey(account));
        giveBack(sourceKey(source));
    }

    @Override
    public int forgetOld() {
        return jdbc.sql("delete from sign_in_attempts where since <= ?")
                .param(Timestamp.from(clock.instant().minus(limits.window())))
                .update();
    }

    private void take(byte[] key, int limit) {
        Instant now = clock.instant();
        Count count = jdbc.sql("""
                        insert into sign_in_attempts as known (key, since, attempts) values (:key, :now, 1)
                        on conflict (key) do update set
                            since = case when known.since <= :old then excluded.since else known.since end,
                            attempts = case when known.since <= :old then 1 else known.attempts + 1 end
                        returning since, attempts""")
                .param("key", key)
                .param("now", Timestamp.from(now))
                .param("old", Timestamp.from(now.minus(limits.window())))
                .query((row, number) -> new Count(row.getTimestamp(1).toInstant(), row.getInt(2)))
                .single();
        if (count.attempts() > limit) {
            Duration wait = Duration.between(now, count.since().plus(limits.window()));
            throw new TooManyAttemptsException(wait.plusSeconds(1), count.attempts() == limit + 1);
        }
    }

    private void giveBack(byte[] key) {
        jdbc.sql("update sign_in_attempts set attempts = attempts - 1 where key = ? and attempts > 0")
                .param(key)
                .update();
    }

    private byte[] accountKey(String account) {
        return hashes.of(account.toLowerCase(Locale.ROOT), ACCOUNT);
    }

    private byte[] cardKey(Source source) {
        return hashes.of(source.address(), CARD);
    }

    private byte[] sourceKey(Source source) {
        return hashes.of(source.address(), SOURCE);
    }
}
