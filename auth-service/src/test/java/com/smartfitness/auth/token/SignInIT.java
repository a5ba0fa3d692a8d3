package com.smartfitness.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.smartfitness.auth.Person;
import com.smartfitness.auth.RunningAuth;
import com.smartfitness.auth.RunningAuth.Answer;
import com.smartfitness.auth.Site;
import com.smartfitness.auth.Tap;
import com.smartfitness.events.EventType;
import com.smartfitness.events.SigningKeyPublishedEvent;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SignInIT {

    private static final Site site = Site.fresh();
    private static final Person person = Person.any();
    private static RunningAuth auth;
    private static Tap tap;

    @BeforeAll
    static void start() throws Exception {
        tap = Tap.on(
                site.broker(),
                SigningKeyPublishedEvent.class.getAnnotation(EventType.class).value());
        auth = site.start("auth.throttle.account-attempts=1000", "auth.throttle.source-attempts=1000");
        auth.post("/api/v1/owners", person.owner().toString());
    }

    @AfterAll
    static void stop() throws Exception {
        auth.close();
        tap.close();
    }

    @Test
    void issuesTokenThatThePublishedKeyVerifies() throws Exception {
        Answer answer = auth.signIn(person.email(), person.password());
        SignedJWT token = SignedJWT.parse(answer.json().path("accessToken").asString());

        JsonNode event = JsonMapper.shared()
                .readTree(tap.about(token.getHeader().getKeyID()).body());

        ECKey published = ECKey.parse(event.path("jwk").toString());
        assertThat(token.verify(new ECDSAVerifier(published))).isTrue();
        assertThat(published.isPrivate()).isFalse();
        assertThat(Instant.parse(event.path("validFrom").asString())).isBeforeOrEqualTo(Instant.now());
        assertThat(Instant.parse(event.path("validTo").asString()))
                .isAfter(Instant.now().plus(Duration.ofDays(89)));
    }

    @Test
    void leavesRoomForOthersWhileManySignInAtOnce() throws Exception {
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> attempts = Stream.generate(
                            () -> crowd.submit(() -> auth.signIn(person.email(), person.password())))
                    .limit(150)
                    .toList();

            assertThat(auth.get("/.well-known/jwks.json").status()).isEqualTo(200);
            for (Future<Answer> attempt : attempts) {
                Answer answer = attempt.get();
                assertThat(answer.status() == 200 || answer.problem().equals("too-busy"))
                        .as(answer.body())
                        .isTrue();
            }
        }
    }

    @Test
    void issuesTokenOfTheSharedForm() throws Exception {
        Answer answer = auth.signIn(person.email(), person.password());

        assertThat(answer.json().path("tokenType").asString()).isEqualTo("Bearer");
        assertThat(answer.json().path("expiresIn").asInt()).isEqualTo(900);
        SignedJWT token = SignedJWT.parse(answer.json().path("accessToken").asString());
        JWTClaimsSet claims = token.getJWTClaimsSet();
        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
        assertThat(token.getHeader().getType().getType()).isEqualTo("JWT");
        assertThat(claims.getIssuer()).isEqualTo("urn:fleet:auth");
        assertThat(claims.getAudience()).containsExactly("fleet");
        assertThat(claims.getStringClaim("role")).isEqualTo("BRANCH_OWNER");
        assertThat(claims.getJWTID()).isNotBlank();
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void showsKeysWithoutPrivateParts() throws Exception {
        JWKSet keys = JWKSet.parse(auth.get("/.well-known/jwks.json").body());

        assertThat(keys.getKeys()).hasSize(1);
        assertThat(keys.containsNonPublicKeys()).isFalse();
    }

    @Test
    void takesPasswordOnceMoreTypedOnAnotherKeyboard() {
        Person composed = Person.any();
        String password = "비밀의 문을 열어라";
        auth.post("/api/v1/owners", composed.owner().put("password", password).toString());

        String decomposed = Normalizer.normalize(password, Normalizer.Form.NFD);

        assertThat(decomposed).isNotEqualTo(password);
        assertThat(auth.signIn(composed.email(), decomposed).status()).isEqualTo(200);
    }

    @Test
    void saysTheSameToWrongPasswordAndUnknownAccountAndDeactivatedOne() {
        Person gone = Person.any();
        Answer signedUp = auth.post("/api/v1/owners", gone.owner().toString());
        auth.database()
                .sql("update account set status = 'DEACTIVATED' where user_id = ?")
                .param(signedUp.json().path("userId").asString())
                .update();

        Stream<Answer> answers = Stream.of(
                auth.signIn(person.email(), "not the password"),
                auth.signIn("nobody@example.com", "not the password"),
                auth.signIn("not an e-mail", "not the password"),
                auth.signIn(gone.email(), gone.password()));

        assertThat(answers.distinct()).singleElement().satisfies(answer -> {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.problem()).isEqualTo("wrong-credentials");
        });
    }

    @Test
    void takesAboutAsLongForUnknownAccountAsForWrongPassword() {
        long known = Long.MAX_VALUE;
        long unknown = Long.MAX_VALUE;
        // In turns, and the fastest of many: what else the machine does meets both alike.
        for (int round = 0; round < 12; round++) {
            known = Math.min(known, nanosToFail(person.email()));
            unknown = Math.min(unknown, nanosToFail("nobody@example.com"));
        }

        assertThat((double) unknown / known).isBetween(0.5, 2.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"email\":\"a@example.com\"}",
                "{\"email\":\"a@example.com\",\"password\":5}",
                "{\"email\":\"a@example.com\",\"password\":\"x\",\"remember\":true}",
                "{\"email\":\"a@example.com\",\"password\":\"x\\u0000y\"}",
                "[]",
                "x"
            })
    void refusesBadInput(String body) {
        Answer answer = auth.post("/api/v1/tokens", body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.type()).startsWith("application/problem+json");
    }

    private static long nanosToFail(String email) {
        long start = System.nanoTime();
        assertThat(auth.signIn(email, "not the password").status()).isEqualTo(401);
        return System.nanoTime() - start;
    }
}
