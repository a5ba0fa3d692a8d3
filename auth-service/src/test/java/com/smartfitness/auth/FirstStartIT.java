package com.smartfitness.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.SignedJWT;
import com.smartfitness.auth.RunningAuth.Answer;
import com.smartfitness.testing.stores.Eventually;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class FirstStartIT {

    private final Site site = Site.fresh();

    @Test
    void isReadyAloneAndMakesTheOperatorOnce() throws Exception {
        try (Tap tap = Tap.on(site.broker(), "auth.user-created.v1")) {
            try (RunningAuth auth = site.start()) {
                Eventually.holds(
                        "it is ready without the other services",
                        () -> auth.get("/actuator/health/readiness").status() == 200);
                Answer profile = auth.get("/api/v1/users/me", auth.token(Site.OPERATOR_EMAIL, Site.OPERATOR_PASSWORD));

                assertThat(profile.json().path("role").asString()).isEqualTo("OPERATOR");
                assertThat(tap.about(profile.json().path("userId").asString()).body())
                        .contains("OPERATOR");
            }
            try (RunningAuth again = site.start("auth.operator.email=other@fleet.example")) {
                assertThat(count(again, "account where role = 'OPERATOR'")).isEqualTo(1);
                assertThat(again.signIn("other@fleet.example", Site.OPERATOR_PASSWORD)
                                .status())
                        .isEqualTo(401);
                assertThat(tap.received()).hasSize(1);
            }
        }
    }

    @Test
    void startsWithoutOperatorWhereTheEmailIsTaken() {
        Person person = Person.any();
        try (RunningAuth auth = site.start("auth.operator.email=", "auth.operator.password=")) {
            auth.post("/api/v1/owners", person.owner().toString());
        }
        try (RunningAuth again = site.start("auth.operator.email=" + person.email())) {
            assertThat(count(again, "account where role = 'OPERATOR'")).isZero();
            assertThat(again.signIn(person.email(), person.password()).status()).isEqualTo(200);
            assertThat(again.signIn(person.email(), Site.OPERATOR_PASSWORD).status())
                    .isEqualTo(401);
        }
    }

    @Test
    void keepsTheKeyThroughRestarts() {
        String token;
        try (RunningAuth auth = site.start()) {
            token = auth.token(Site.OPERATOR_EMAIL, Site.OPERATOR_PASSWORD);
        }
        try (RunningAuth again = site.start()) {
            assertThat(again.get("/api/v1/users/me", token).status()).isEqualTo(200);
            assertThat(count(again, "signing_key")).isEqualTo(1);
        }
    }

    @Test
    void makesOneKeyAndOneOperatorWhereTwoInstancesStartAtOnce() throws Exception {
        Callable<RunningAuth> start = site::start;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var instances = threads.invokeAll(List.of(start, start));

            try (RunningAuth one = instances.getFirst().get();
                    RunningAuth other = instances.getLast().get()) {
                String token = one.token(Site.OPERATOR_EMAIL, Site.OPERATOR_PASSWORD);
                assertThat(other.get("/api/v1/users/me", token).status()).isEqualTo(200);
                assertThat(count(one, "signing_key")).isEqualTo(1);
                assertThat(count(one, "account")).isEqualTo(1);
            }
        }
    }

    @Test
    void makesAnotherKeyWhenTheLastHasHadItsTime() throws Exception {
        try (RunningAuth auth = site.start();
                Tap tap = Tap.on(site.broker(), "auth.signing-key-published.v1")) {
            String before = auth.token(Site.OPERATOR_EMAIL, Site.OPERATOR_PASSWORD);
            auth.database().sql("update signing_key set signs_until = now()").update();

            String after = auth.token(Site.OPERATOR_EMAIL, Site.OPERATOR_PASSWORD);

            tap.about(kid(after));
            assertThat(kid(after)).isNotEqualTo(kid(before));
            assertThat(auth.get("/.well-known/jwks.json").body()).contains(kid(before), kid(after));
        }
    }

    @Test
    void refusesToStartWithoutKeySets() {
        assertRefused(
                () -> site.start("auth.encryption.keyset-file=").close(), "auth.encryption.keyset-file must be set");
    }

    @Test
    void refusesToStartWithKeySetsThatAreNotTheDatabases() throws Exception {
        site.start().close();

        Path lookup = site.keys().resolve("lookup.json");
        byte[] former = Files.readAllBytes(lookup);
        Files.delete(lookup);
        assertRefused(() -> site.start().close(), "auth.encryption.lookup-keyset");
        Files.write(lookup, former);
        Files.delete(site.keys().resolve("encryption.json"));
        assertRefused(() -> site.start().close(), "key_set_mark.mark");
    }

    @Test
    void refusesWeakPasswordOfOperator() {
        assertRefused(() -> site.start("auth.operator.password=password123").close(), "auth.operator.password");
    }

    private static void assertRefused(ThrowingCallable start, String reason) {
        assertThatThrownBy(start).hasStackTraceContaining(reason);
    }

    private static String kid(String token) throws Exception {
        return SignedJWT.parse(token).getHeader().getKeyID();
    }

    private static long count(RunningAuth auth, String rows) {
        return auth.database()
                .sql("select count(*) from " + rows)
                .query(Long.class)
                .single();
    }
}
