package com.smartfitness.auth.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.auth.Person;
import com.smartfitness.auth.RunningAuth;
import com.smartfitness.auth.RunningAuth.Answer;
import com.smartfitness.auth.Site;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignInThrottleIT {

    private static final int ACCOUNT_LIMIT = 10;
    private static final int SOURCE_LIMIT = 120;

    private static final RunningAuth auth = Site.shared();

    private final Person person = Person.any();

    @Test
    void looksAtNoMoreWrongPasswordsOfAnAccountThanTheLimit() throws Exception {
        auth.post("/api/v1/owners", person.owner().toString());

        List<Answer> answers = atOnce(number -> wrong(person.email(), "198.51.100." + number));

        assertLimited(answers, ACCOUNT_LIMIT);
        Answer right = auth.signIn(person.email(), person.password(), "X-Forwarded-For", "198.51.100.250");
        assertThat(right.problem()).isEqualTo("too-many-attempts");
        assertThat(Integer.parseInt(right.retryAfter())).isBetween(1, 601);
    }

    @Test
    void saysTheSameOfAnAccountThatDoesNotExist() throws Exception {
        assertLimited(atOnce(number -> wrong(person.email(), "192.0.2." + number)), ACCOUNT_LIMIT);
    }

    @Test
    void looksAtNoMoreWrongPasswordsFromAnAddressThanTheLimit() throws Exception {
        assertLimited(atOnce(number -> wrong(number + person.email(), "203.0.113.7")), SOURCE_LIMIT);
    }

    @Test
    void countsAnewAfterASuccess() {
        auth.post("/api/v1/owners", person.owner().toString());
        for (int round = 0; round < 3; round++) {
            for (int attempt = 0; attempt < ACCOUNT_LIMIT - 1; attempt++) {
                assertThat(wrong(person.email(), "203.0.113.9").status()).isEqualTo(401);
            }
            assertThat(auth.signIn(person.email(), person.password(), "X-Forwarded-For", "203.0.113.9")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void forgetsAfterTheWindow() {
        for (int attempt = 0; attempt <= ACCOUNT_LIMIT; attempt++) {
            wrong(person.email(), "203.0.113.11");
        }
        assertThat(wrong(person.email(), "203.0.113.11").status()).isEqualTo(429);

        auth.database()
                .sql("update sign_in_attempts set since = now() - interval '11 minutes'")
                .update();

        assertThat(wrong(person.email(), "203.0.113.11").status()).isEqualTo(401);
    }

    private interface Numbered {
        Answer attempt(int number);
    }

    private static List<Answer> atOnce(Numbered attempts) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answer>> work = IntStream.range(0, 200)
                    .mapToObj(number -> (Callable<Answer>) () -> attempts.attempt(number))
                    .toList();
            return threads.invokeAll(work).stream().map(Future::resultNow).toList();
        }
    }

    private static Answer wrong(String email, String address) {
        return auth.signIn(email, "not the password", "X-Forwarded-For", address);
    }

    private static void assertLimited(List<Answer> answers, int limit) {
        List<Integer> statuses = answers.stream().map(Answer::status).toList();
        assertThat(statuses).containsOnly(401, 429);
        assertThat(Collections.frequency(statuses, 401)).isEqualTo(limit);
    }
}
