package com.smartfitness.defaults.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.smartfitness.devices.SigningDevice;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class DeviceProofVerifierTest {

    private static final String PUBLIC_URL = "https://fleet.example";
    private static final String PATH = "/api/v1/accesses?x=%20y";
    private static final byte[] BODY = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

    private final SigningDevice device = SigningDevice.create("G1", PUBLIC_URL);
    private final Map<String, Map<String, String>> known = new HashMap<>(Map.of("G1", device.publicKey()));
    private final DeviceProofVerifier verifier = new DeviceProofVerifier(
            id -> Optional.ofNullable(known.get(id)),
            new DeviceProperties(URI.create(PUBLIC_URL), Duration.ofSeconds(60), DataSize.ofKilobytes(1), 8),
            Clock.systemUTC());

    @Test
    void tellsWhichDeviceHasSigned() {
        DeviceProof proof = verifier.verify(device.proof("POST", PATH, BODY), "POST", PATH, BODY);

        assertThat(proof.deviceId()).isEqualTo("G1");
        assertThat(proof.nonce()).isNotBlank();
        assertThat(proof.expiresAt())
                .isBetween(Instant.now().plusSeconds(110), Instant.now().plusSeconds(120));
    }

    @Test
    void rejectsWhatWasSignedForAnotherRequest() {
        String proof = device.proof("POST", PATH, BODY);

        assertRefused("htm", proof, "PUT", PATH, BODY);
        assertRefused("htu", proof, "POST", "/api/v1/accesses?x= y", BODY);
        assertRefused("htu", proof, "POST", "/api/v1/accesses", BODY);
        assertRefused("bds", proof, "POST", PATH, "{\"a\":2}".getBytes(StandardCharsets.UTF_8));
        SigningDevice elsewhere = SigningDevice.create("G2", "https://other.example");
        known.put("G2", elsewhere.publicKey());
        assertRefused("htu", elsewhere.proof("POST", PATH, BODY));
    }

    @ParameterizedTest
    @ValueSource(ints = {-3600, -63, 63, 3600})
    void rejectsWhatIsTooOldOrOfTheFuture(int seconds) {
        assertRefused(
                "iat", proof(claims -> claims.issueTime(Date.from(Instant.now().plusSeconds(seconds)))));
    }

    @Test
    void rejectsProofsWithoutWhatMakesThemGoodOnce() {
        assertRefused("jti", proof(claims -> claims.jwtID(null)));
        assertRefused("jti", proof(claims -> claims.jwtID("short")));
        assertRefused("jti", proof(claims -> claims.jwtID("x".repeat(65))));
        assertRefused("jti", proof(claims -> claims.jwtID("with:colons:in:it")));
        assertRefused("iat", proof(claims -> claims.issueTime(null)));
        assertRefused("jti", proof(claims -> claims.claim("much", "x".repeat(3_000))));
    }

    @Test
    void rejectsOtherKeysAndUnknownDevices() {
        assertRefused("registered key", SigningDevice.create("G1", PUBLIC_URL).proof("POST", PATH, BODY));
        assertRefused("no device", SigningDevice.create("G2", PUBLIC_URL).proof("POST", PATH, BODY));
        known.put("G3", Map.of("kty", "EC", "crv", "P-256", "x", "nonsense", "y", "nonsense"));
        assertRefused("registered key", SigningDevice.create("G3", PUBLIC_URL).proof("POST", PATH, BODY));
    }

    @Test
    void takesTheNewKeyOfADeviceAtOnce() {
        verifier.verify(device.proof("POST", PATH, BODY), "POST", PATH, BODY);
        SigningDevice renewed = SigningDevice.create("G1", PUBLIC_URL);
        known.put("G1", renewed.publicKey());

        assertThat(verifier.verify(renewed.proof("POST", PATH, BODY), "POST", PATH, BODY)
                        .deviceId())
                .isEqualTo("G1");
        assertRefused("registered key", device.proof("POST", PATH, BODY));
    }

    @Test
    void rejectsWhatIsNoProof() throws Exception {
        SignedJWT symmetric = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("G1").build(), new JWTClaimsSet.Builder().build());
        symmetric.sign(new MACSigner(new byte[32]));

        assertRefused("ES256", symmetric.serialize());
        assertRefused("ES256", "eyJhbGciOiJub25lIn0.e30.");
        assertRefused("ES256", "");
        assertRefused("ES256", "a.b.c");
        String proof = device.proof("POST", PATH, BODY);
        for (int place = 0; place < proof.length(); place += 7) {
            char other = proof.charAt(place) == 'A' ? 'B' : 'A';
            String altered = proof.substring(0, place) + other + proof.substring(place + 1);
            assertThatExceptionOfType(InvalidDeviceProofException.class)
                    .as(altered)
                    .isThrownBy(() -> verifier.verify(altered, "POST", PATH, BODY));
        }
    }

    private String proof(UnaryOperator<JWTClaimsSet.Builder> change) {
        return device.proof("POST", PATH, BODY, change);
    }

    private void assertRefused(String reason, String proof) {
        assertRefused(reason, proof, "POST", PATH, BODY);
    }

    private void assertRefused(String reason, String proof, String method, String path, byte[] body) {
        assertThatExceptionOfType(InvalidDeviceProofException.class)
                .isThrownBy(() -> verifier.verify(proof, method, path, body))
                .withMessageContaining(reason);
    }
}
