package com.smartfitness.fleettests;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.fleet.demo.Answer;
import com.smartfitness.testing.tokens.TestTokens;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gateway lets in. */
class PublicDoorIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/users/me",
                "/api/v1/branches",
                "/api/v1/tasks",
                "/api/v1/balance",
                "/api/v1/training-samples",
                "/api/v1/models",
                "/api/v1/services/helper/replication",
            })
    void refusesCallersWithoutAValidToken(String path) {
        assertUnauthenticated(RunningFleet.gateway().get(path, null));
        assertUnauthenticated(
                RunningFleet.gateway().get(path, TestTokens.create().token("U-1", "OPERATOR", c -> c)));
        assertUnauthenticated(RunningFleet.gateway().get(path, "not.a.token"));
    }

    @Test
    void refusesATokenWhoseClaimsWereChanged() {
        Scene scene = Scene.create();
        String[] parts = scene.helper().split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("HELPER", "OPERATOR");
        String forged = parts[0] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + "."
                + parts[2];

        assertUnauthenticated(scene.gateway().get("/api/v1/training-samples", forged));
    }

    @Test
    void refusesATokenThatNobodySigned() {
        Scene scene = Scene.create();
        String[] parts = scene.operator().split("\\.");
        String unsigned = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));

        assertUnauthenticated(scene.gateway().get("/api/v1/training-samples", unsigned + "." + parts[1] + "."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/prometheus", "/actuator/env", "/nothing"})
    void leadsNowhereElse(String path) {
        Scene scene = Scene.create();

        assertThat(scene.asOperator(path).status()).isEqualTo(404);
    }

    @Test
    void keepsOperatorsThingsToOperators() {
        Scene scene = Scene.create();

        assertForbidden(scene.asHelper("/api/v1/training-samples"));
        assertForbidden(scene.asOwner("/api/v1/services/helper/replication"));
        assertForbidden(scene.asOwner("/api/v1/replication"));
        assertThat(scene.asOperator("/api/v1/services/helper/replication").status())
                .isEqualTo(200);
    }

    private static void assertUnauthenticated(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("unauthenticated");
    }

    private static void assertForbidden(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("forbidden");
    }
}
