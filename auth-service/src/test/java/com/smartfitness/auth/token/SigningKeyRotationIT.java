package com.smartfitness.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import com.smartfitness.auth.RunningAuth;
import com.smartfitness.auth.RunningAuth.Answer;
import com.smartfitness.auth.Site;
import com.smartfitness.auth.Tap;
import com.smartfitness.testing.stores.Eventually;
import org.junit.jupiter.api.Test;

class SigningKeyRotationIT {

    private final Site site = Site.fresh();

    @Test
    void changesTheKeyWithoutAFailedRequest() throws Exception {
        try (RunningAuth auth = site.start("auth.token.key-lead=2s");
                Tap tap = Tap.on(site.broker(), "auth.signing-key-published.v1")) {
            String before = auth.token(Site.OPERATOR_EMAIL, Site.OPERATOR_PASSWORD);

            Answer rotated = auth.send("POST", "/api/v1/signing-keys", null, before);

            assertThat(rotated.status()).as(rotated.body()).isEqualTo(201);
            String next = rotated.json().path("keyId").asString();
            tap.about(next);
            assertThat(kid(auth.token(Site.OPERATOR_EMAIL, Site.OPERATOR_PASSWORD)))
                    .as("what signs until all have heard of the next key")
                    .isEqualTo(kid(before));
            String after = Eventually.becomes(
                    "the next key signs",
                    () -> {
                        String token = auth.token(Site.OPERATOR_EMAIL, Site.OPERATOR_PASSWORD);
                        assertWorks(auth, token);
                        assertWorks(auth, before);
                        return token;
                    },
                    token -> kid(token).equals(next));
            assertWorks(auth, after);
            assertThat(auth.get("/.well-known/jwks.json").body()).contains(kid(before), next);
        }
    }

    @Test
    void makesTheSuccessorOfAKeyWhoseTimeIsNearlyOver() {
        try (RunningAuth auth = site.start()) {
            SigningKeyRing ring = auth.bean(SigningKeyRing.class);
            ring.renew();
            assertThat(keys(auth)).isEqualTo(1);

            auth.database()
                    .sql("update signing_key set signs_until = now() + interval '15 minutes'")
                    .update();
            ring.renew();
            ring.renew();

            assertThat(keys(auth)).isEqualTo(2);
        }
    }

    private static void assertWorks(RunningAuth auth, String token) {
        assertThat(auth.get("/api/v1/users/me", token).status()).isEqualTo(200);
    }

    private static long keys(RunningAuth auth) {
        return auth.database()
                .sql("select count(*) from signing_key")
                .query(Long.class)
                .single();
    }

    private static String kid(String token) {
        try {
            return SignedJWT.parse(token).getHeader().getKeyID();
        } catch (java.text.ParseException e) {
            throw new AssertionError(e);
        }
    }
}
