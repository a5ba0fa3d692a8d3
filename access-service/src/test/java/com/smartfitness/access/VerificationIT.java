package com.smartfitness.access;

import static com.smartfitness.access.site.AccessSite.PUBLIC_URL;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import com.smartfitness.access.site.AccessSite;
import com.smartfitness.access.site.AccessSite.Gym;
import com.smartfitness.access.site.AccessSite.Member;
import com.smartfitness.access.site.Client;
import com.smartfitness.access.site.Client.Answer;
import com.smartfitness.devices.SigningDevice;
import com.smartfitness.testing.stores.Eventually;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who stands before the gate, and whether it opens. */
class VerificationIT {

    private static final AccessSite site = AccessSite.shared();
    private static final Client client = site.client();
    private static final Gym gym = site.gym();

    @Test
    void opensForAnEnrolledFaceAndTellsWhoEntered() throws Exception {
        Member member = site.member(gym);

        Answer answer = client.verify(gym.gate(), site.faces().again(member.face(), 0.9));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.text("decision")).isEqualTo("GRANTED");
        String id = answer.text("accessId");
        SignedJWT command = SignedJWT.parse(answer.text("command"));
        JWKSet keys =
                JWKSet.parse(client.get("/api/v1/gates/command-keys").json().toString());
        assertThat(command.verify(new ECDSAVerifier(keys.getKeys().getFirst().toECKey())))
                .isTrue();
        assertThat(command.getJWTClaimsSet().getAudience())
                .containsExactly(gym.gate().id());
        assertThat(command.getJWTClaimsSet().getJWTID()).isEqualTo(id);
        assertThat(command.getJWTClaimsSet().getExpirationTime().toInstant())
                .isBeforeOrEqualTo(Instant.now().plusSeconds(5));
        JsonNode event = site.neighbours().await("granted", "accessId", id);
        assertThat(event.path("userId").asString()).isEqualTo(member.id());
        assertThat(event.path("branchId").asString()).isEqualTo(gym.branch());
        assertThat(event.path("similarity").asDouble()).isBetween(0.85, 0.95);
        assertThat(client.get("/api/v1/accesses/" + id, member.id(), "CUSTOMER").text("decision"))
                .isEqualTo("GRANTED");
        assertThat(client.get("/api/v1/accesses/" + id, gym.owner(), "BRANCH_OWNER")
                        .status())
                .isEqualTo(200);
        assertThat(client.get("/api/v1/accesses/" + id, "U-other", "CUSTOMER").status())
                .isEqualTo(404);
    }

    @Test
    void staysShutForStrangersAndSaysSo() {
        Answer answer = client.verify(gym.gate(), site.faces().anybody());

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("decision")).isEqualTo("DENIED");
        assertThat(answer.text("reason")).isEqualTo("NO_MATCH");
        assertThat(answer.json().has("command")).isFalse();
        JsonNode event = site.neighbours().await("denied", "accessId", answer.text("accessId"));
        assertThat(event.path("reason").asString()).isEqualTo("NO_MATCH");
        assertThat(event.has("userId")).isFalse();
    }

    @Test
    void staysShutWhereItCouldBeEither() {
        Member one = site.member(gym);
        site.member(gym, site.faces().again(one.face(), 0.999));

        Eventually.becomes(
                "both twins are known",
                () -> client.verify(gym.gate(), one.face()).text("reason"),
                "AMBIGUOUS"::equals);
    }

    @Test
    void staysShutForTheDeactivatedAndInClosedBranches() {
        Member member = site.member(gym);
        site.neighbours().deactivates(member.id());
        Gym closed = site.gym();
        site.neighbours().closes(closed.branch(), closed.owner());

        Eventually.becomes(
                "the deactivation is known",
                () -> client.verify(gym.gate(), member.face()).text("reason"),
                "INACTIVE_USER"::equals);
        Eventually.becomes(
                "the closing is known",
                () -> client.verify(closed.gate(), member.face()).text("reason"),
                "BRANCH_CLOSED"::equals);
    }

    @Test
    void believesNobodyButTheGateItselfAndOnce() {
        Member member = site.member(gym);
        String path = "/api/v1/gates/%s/verifications".formatted(gym.gate().id());
        String body = Client.template(member.face(), "");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        SigningDevice impostor = SigningDevice.create(gym.gate().id(), PUBLIC_URL);
        String good = gym.gate().proof("POST", path, bytes);
        String late = gym.gate()
                .proof(
                        "POST",
                        path,
                        bytes,
                        claims -> claims.issueTime(Date.from(Instant.now().minusSeconds(100))));

        assertThat(client.sent("POST", path, body, good, null).status()).isEqualTo(201);

        for (String bad : List.of(
                good,
                late,
                "",
                impostor.proof("POST", path, bytes),
                gym.gate().proof("PUT", path, bytes),
                gym.gate().proof("POST", path + "?x=1", bytes),
                gym.gate().proof("POST", path, new byte[1]))) {
            Answer answer = client.sent("POST", path, body, bad, null);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
            assertThat(answer.text("type")).endsWith("invalid-device-proof");
        }
        assertThat(client.post(path, member.id(), "CUSTOMER", body).status()).isEqualTo(401);
        assertThat(client.signed(gym.camera(), "POST", path, body, null).status())
                .isEqualTo(403);
        assertThat(client.signed(site.gym().gate(), "POST", path, body, null).status())
                .isEqualTo(403);
    }

    @Test
    void isThatWhichWasDeployedLastForTheModel() {
        Gym strict = site.gym();
        Member member = site.member(strict);
        float[] blurred = site.faces().again(member.face(), 0.75);

        site.neighbours().deploys(AccessSite.MODEL, 0.9, 0.05);
        Eventually.becomes(
                "the stricter rule holds",
                () -> client.verify(strict.gate(), blurred).text("reason"),
                "NO_MATCH"::equals);
        site.neighbours().deploys("another-model", 0.9, 0.05);
        Eventually.becomes(
                "a rule for another model is not for this one, so the configured one holds",
                () -> client.verify(strict.gate(), blurred).text("decision"),
                "GRANTED"::equals);
    }
}
