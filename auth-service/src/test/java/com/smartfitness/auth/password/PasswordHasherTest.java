package com.smartfitness.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PasswordHasherTest {

    private static final int LITTLE_MEMORY = 64;

    private final PasswordHasher hasher = new PasswordHasher(settings(LITTLE_MEMORY, Duration.ofSeconds(10)));

    @Test
    void knowsThePasswordAgain() {
        String hash = hasher.hash("correct horse");

        assertThat(matches("correct horse", hash)).isTrue();
        assertThat(matches("Correct horse", hash)).isFalse();
        assertThat(hash).startsWith("$argon2id$v=19$m=64,t=1,p=1$").doesNotContain("correct");
        assertThat(hasher.hash("correct horse")).isNotEqualTo(hash);
    }

    @Test
    void looksAtEveryCharacter() {
        String hash = hasher.hash("x".repeat(127) + "y");

        assertThat(matches("x".repeat(127) + "z", hash)).isFalse();
        assertThat(matches("x".repeat(127), hash)).isFalse();
    }

    @Test
    void matchesNothingWithoutHash() {
        assertThat(matches("correct horse", null)).isFalse();
    }

    @Test
    void checksHashOfOtherSettings() {
        String hash = new PasswordHasher(settings(2 * LITTLE_MEMORY, Duration.ofSeconds(10))).hash("correct horse");

        assertThat(matches("correct horse", hash)).isTrue();
    }

    @Test
    void sendsAwayWhoeverWouldWaitTooLong() throws Exception {
        // One at once and no patience: of many at the same time some find the place taken.
        PasswordHasher impatient = new PasswordHasher(settings(65_536, Duration.ZERO));
        Callable<String> hashing = () -> impatient.hash("correct horse");

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = threads.invokeAll(
                    IntStream.range(0, 8).mapToObj(number -> hashing).toList());
            assertThat(results)
                    .anySatisfy(PasswordHasherTest::isServed)
                    .anySatisfy(result -> assertThatThrownBy(result::get)
                            .isInstanceOf(ExecutionException.class)
                            .hasCauseInstanceOf(TooBusyException.class));
        }
    }

    private boolean matches(String password, @Nullable String hash) {
        return hasher.verified(password, () -> Optional.ofNullable(hash), known -> known)
                .isPresent();
    }

    private static void isServed(Future<String> result) {
        assertThat(result.state()).isEqualTo(Future.State.SUCCESS);
    }

    private static PasswordProperties settings(int memory, Duration patience) {
        return new PasswordProperties(memory, 1, 1, 1, patience);
    }
}
