package com.smartfitness.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.auth.Person;
import com.smartfitness.auth.RunningAuth;
import com.smartfitness.auth.RunningAuth.Answer;
import com.smartfitness.auth.RunningAuth.Session;
import com.smartfitness.auth.Site;
import com.smartfitness.testing.stores.Eventually;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionsIT {

    private static final RunningAuth auth = Site.shared();

    private final Person person = Person.any();
    private final Session session = auth.owner(person);

    @Test
    void exchangesARefreshTokenForNewTokens() {
        Answer answer = auth.refresh(session.refreshToken());

        assertThat(answer.status()).isEqualTo(200);
        Session next = Session.of(answer);
        assertThat(next.userId()).isEqualTo(session.userId());
        assertThat(next.refreshToken()).isNotEqualTo(session.refreshToken());
        assertThat(answer.json().path("refreshExpiresIn").asLong()).isEqualTo(30L * 24 * 3600);
        assertThat(auth.get("/api/v1/users/me", next.accessToken()).status()).isEqualTo(200);
        assertThat(auth.refresh(next.refreshToken()).status()).isEqualTo(200);
    }

    @Test
    void keepsNoRefreshTokenThatCouldBeUsed() {
        List<String> stored = auth.database()
                .sql("select s::text from session s where user_id = ?")
                .param(session.userId())
                .query(String.class)
                .list();

        assertThat(stored).hasSize(1);
        assertThat(stored.getFirst()).doesNotContain(session.refreshToken());
    }

    @Test
    void endsTheSessionOfARefreshTokenThatComesTwice() {
        Session next = Session.of(auth.refresh(session.refreshToken()));

        assertEnded(auth.refresh(session.refreshToken()));

        assertEnded(auth.refresh(next.refreshToken()));
        Eventually.holds(
                "access tokens of the session are refused",
                () -> auth.get("/api/v1/users/me", next.accessToken()).status() == 401);
        assertThat(auth.session(person).accessToken()).isNotBlank();
    }

    /** 100 times. */
    @Test
    void letsOneOfFiftyAtTheSameTimeHaveTheNextToken() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 100; round++) {
                String token = auth.session(person).refreshToken();
                Callable<Answer> refresh = () -> auth.refresh(token);

                List<Integer> statuses = threads.invokeAll(Collections.nCopies(50, refresh)).stream()
                        .map(Future::resultNow)
                        .map(Answer::status)
                        .toList();

                assertThat(statuses).containsOnly(200, 401);
                assertThat(Collections.frequency(statuses, 200))
                        .as("round " + round)
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void signsOut() {
        Session other = auth.session(person);

        assertThat(signOut(session.refreshToken()).status()).isEqualTo(204);

        assertEnded(auth.refresh(session.refreshToken()));
        assertThat(signOut(session.refreshToken()).status()).isEqualTo(204);
        assertThat(auth.refresh(other.refreshToken()).status()).isEqualTo(200);
    }

    @Test
    void endsSessionsInTheirTime() {
        auth.database()
                .sql("update session set expires_at = now() where user_id = ?")
                .param(session.userId())
                .update();

        assertEnded(auth.refresh(session.refreshToken()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "%%%", "1-1-1-1-1.", "00000000-0000-0000-0000-000000000000.AAAA"})
    void refusesWhatIsNoRefreshToken(String token) {
        assertEnded(auth.refresh(token));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"refreshToken\":1}", "{\"refreshToken\":\"a\",\"more\":1}", "", "[]"})
    void refusesBadInput(String body) {
        assertThat(auth.post("/api/v1/tokens/refresh", body).status()).isEqualTo(400);
        assertThat(auth.post("/api/v1/tokens/revocation", body).status()).isEqualTo(400);
    }

    private static Answer signOut(String refreshToken) {
        return auth.post("/api/v1/tokens/revocation", RunningAuth.refreshing(refreshToken));
    }

    private static void assertEnded(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("session-ended");
    }
}
