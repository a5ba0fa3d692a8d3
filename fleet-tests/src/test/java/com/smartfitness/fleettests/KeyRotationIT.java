package com.smartfitness.fleettests;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.fleet.demo.Account;
import com.smartfitness.fleet.demo.Answer;
import com.smartfitness.fleet.demo.GatewayClient;
import com.smartfitness.fleet.demo.Journey;
import com.smartfitness.testing.stores.Eventually;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** auth-service signs with another key from one moment to the next, and every service has heard of it before. */
class KeyRotationIT {

    private final GatewayClient auth = RunningFleet.authService();
    private final Journey journey = new Journey(auth);

    @Test
    void noDoorRefusesATokenWhileTheKeyChanges() throws Exception {
        Account operator = RunningFleet.operator();
        String before = journey.signIn(operator);
        Doors.shown(before)
                .forEach((name, door) -> Eventually.holds(name + " takes tokens", () -> door.call() == Doors.LET_IN));

        Answer rotated = auth.post("/api/v1/signing-keys", Map.of(), before);

        assertThat(rotated.status()).as(rotated.toString()).isEqualTo(201);
        String next = rotated.text("keyId");
        shortenLead(next);
        String after = Eventually.becomes(
                "the next key signs",
                () -> {
                    String token = journey.signIn(operator);
                    assertLetIn(before);
                    assertLetIn(token);
                    return token;
                },
                token -> isSignedWith(next, token));
        assertLetIn(after);
        assertLetIn(before);
    }

    /** The lead is over in five seconds instead of ten minutes. */
    private static void shortenLead(String keyId) throws Exception {
        try (Connection store = RunningFleet.database("auth-service");
                PreparedStatement change = store.prepareStatement(
                        "update signing_key set valid_from = now() + interval '5 seconds' where key_id = ?")) {
            change.setString(1, keyId);
            assertThat(change.executeUpdate()).isEqualTo(1);
        }
    }

    private static void assertLetIn(String token) {
        for (Map.Entry<String, Callable<Integer>> door : Doors.shown(token).entrySet()) {
            int status;
            try {
                status = door.getValue().call();
            } catch (Exception e) {
                throw new AssertionError(door.getKey() + " did not answer", e);
            }
            assertThat(status).as(door.getKey()).isEqualTo(Doors.LET_IN);
        }
    }

    private static boolean isSignedWith(String keyId, String token) {
        byte[] header = Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.')));
        return new String(header, StandardCharsets.UTF_8).contains(keyId);
    }
}
