package com.smartfitness.auth.account;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.smartfitness.auth.Forgetful;
import com.smartfitness.defaults.security.RevocationStore;
import com.smartfitness.events.TokensRevokedEvent;
import com.smartfitness.replication.EventPublisher;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes back all that an account was given to show who it is. Tokens and sessions bear the account's generation; a
 * revocation raises it, which ends the sessions, and tells every service to refuse access tokens of former generations
 * until they have expired by themselves.
 */
@Component
public class TokenRevocations implements RevocationStore, Forgetful {

    /** What services forgive in the times of tokens, and a little more. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final EventPublisher events;
    private final Clock clock;
    private final Duration tokenLife;

    TokenRevocations(
            JdbcClient jdbc, EventPublisher events, Clock clock, @Value("${auth.token.life:15m}") Duration tokenLife) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
        this.tokenLife = tokenLife;
    }

    /**
     * Ends every session of the account, in the running transaction.
     *
     * @return the generation of what the account is given from now on
     */
    public long revoke(UserId user) {
        Instant lapsesAt = clock.instant().plus(tokenLife).plus(CLOCK_SKEW).truncatedTo(ChronoUnit.MICROS);
        long revoked = jdbc.sql("""
                        with raised as (
                            update account set token_generation = token_generation + 1 where user_id = :user
                            returning user_id, token_generation - 1 as generation
                        )
                        insert into token_revocation (user_id, generation, lapses_at)
                        select user_id, generation, :lapsesAt from raised
                        on conflict (user_id) do update
                        set generation = excluded.generation, lapses_at = excluded.lapses_at
                        returning generation""")
                .param("user", user.value())
                .param("lapsesAt", Timestamp.from(lapsesAt))
                .query(Long.class)
                .single();
        events.publish(new TokensRevokedEvent(user.value(), revoked, lapsesAt));
        return revoked + 1;
    }

    @Override
    public Map<String, Long> inForceAt(Instant time) {
        return jdbc
                .sql("select user_id, generation from token_revocation where lapses_at > ?")
                .param(Timestamp.from(time))
                .query((row, number) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public int forgetOld() {
        return jdbc.sql("delete from token_revocation where lapses_at <= ?")
                .param(Timestamp.from(clock.instant()))
                .update();
    }
}
