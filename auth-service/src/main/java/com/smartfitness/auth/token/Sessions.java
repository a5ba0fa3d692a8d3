package com.smartfitness.auth.token;

import com.smartfitness.auth.Forgetful;
import com.smartfitness.auth.Source;
import com.smartfitness.auth.account.SignedIn;
import com.smartfitness.auth.account.TokenRevocations;
import com.smartfitness.auth.account.UserId;
import com.smartfitness.auth.audit.AuditAction;
import com.smartfitness.auth.audit.AuditLog;
import com.smartfitness.events.Role;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Places where somebody has signed in. A session has one good refresh token at a time: using it makes the next. Whoever
 * comes with a former one shows that it is in two hands, and ends the session with all that was given in it (RFC 9700,
 * 4.14.2).
 */
@Component
class Sessions implements Forgetful {

    private final JdbcClient jdbc;
    private final AccessTokens tokens;
    private final TokenRevocations revocations;
    private final TokenProperties lives;
    private final AuditLog audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Sessions(
            JdbcClient jdbc,
            AccessTokens tokens,
            TokenRevocations revocations,
            TokenProperties lives,
            AuditLog audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.revocations = revocations;
        this.lives = lives;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Begins a session.
     *
     * @throws SessionEndedException where the account was deactivated or its password changed since it was shown
     */
    TokenView begin(SignedIn user) {
        RefreshToken token = RefreshToken.of(UUID.randomUUID());
        Instant now = clock.instant();
        int begun = jdbc.sql("""
                        insert into session (session_id, user_id, generation, secret_hash, begun_at, expires_at)
                        select :session, user_id, token_generation, :hash, :now, :expires from account
                        where user_id = :user and status = 'ACTIVE' and token_generation = :generation for share""")
                .param("session", token.session())
                .param("hash", token.hash())
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(now.plus(lives.refreshLife())))
                .param("user", user.userId().value())
                .param("generation", user.generation())
                .update();
        if (begun == 0) {
            throw new SessionEndedException();
        }
        return tokens.issue(user, token);
    }

    /**
     * Exchanges the session's refresh token for the next one and an access token.
     *
     * @throws SessionEndedException where it is not the session's, or the session is over
     */
    TokenView refresh(String text, Source source) {
        RefreshToken used = RefreshToken.parse(text).orElseThrow(SessionEndedException::new);
        RefreshToken next = RefreshToken.of(used.session());
        Optional<SignedIn> user = transactions.execute(transaction -> {
            Optional<SignedIn> rotated = rotate(used, next);
            if (rotated.isEmpty()) {
                endAsReused(used, source);
            }
            return rotated;
        });
        return tokens.issue(user.orElseThrow(SessionEndedException::new), next);
    }

    /** Ends the session of this refresh token, if there is one. */
    void end(String text, Source source) {
        RefreshToken.parse(text)
                .ifPresent(token -> jdbc.sql(
                                "delete from session where session_id = ? and secret_hash = ? returning user_id")
                        .params(token.session(), token.hash())
                        .query(String.class)
                        .optional()
                        .ifPresent(user -> audit.ofThemselves(AuditAction.SIGNED_OUT, user, source)));
    }

    @Override
    public int forgetOld() {
        return jdbc.sql("""
                        delete from session using account
                        where session.user_id = account.user_id
                            and (expires_at <= ? or generation < token_generation)""").param(Timestamp.from(clock.instant())).update();
    }

    /** Of several that come at the same time, one finds the secret that it has brought. */
    private Optional<SignedIn> rotate(RefreshToken used, RefreshToken next) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        update session set secret_hash = :next,
                            expires_at = least(:expires, begun_at + make_interval(secs => :sessionLife))
                        from account
                        where session_id = :session and secret_hash = :used and expires_at > :now
                            and account.user_id = session.user_id and account.status = 'ACTIVE'
                            and account.token_generation = session.generation
                        returning account.user_id, account.role, session.generation""")
                .param("next", next.hash())
                .param("expires", Timestamp.from(now.plus(lives.refreshLife())))
                .param("sessionLife", lives.sessionLife().toSeconds())
                .param("session", used.session())
                .param("used", used.hash())
                .param("now", Timestamp.from(now))
                .query((row, number) ->
                        new SignedIn(new UserId(row.getString(1)), Role.valueOf(row.getString(2)), row.getLong(3)))
                .optional();
    }

    /** A session that goes on, but not with this secret: one of the two who have a token of it has stolen it. */
    private void endAsReused(RefreshToken used, Source source) {
        jdbc.sql("""
                        delete from session using account
                        where session_id = :session and secret_hash <> :used and expires_at > :now
                            and account.user_id = session.user_id and account.status = 'ACTIVE'
                            and account.token_generation = session.generation
                        returning account.user_id""")
                .param("session", used.session())
                .param("used", used.hash())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> new UserId(row.getString(1)))
                .optional()
                .ifPresent(user -> {
                    revocations.revoke(user);
                    audit.write(AuditAction.REFRESH_TOKEN_REUSED, null, user.value(), source, null);
                });
    }
}
