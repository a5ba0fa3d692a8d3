package com.smartfitness.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.access.site.AccessSite;
import com.smartfitness.access.site.AccessSite.Gym;
import com.smartfitness.access.site.AccessSite.Member;
import com.smartfitness.access.site.Client;
import com.smartfitness.access.site.Client.Answer;
import com.smartfitness.events.Role;
import com.smartfitness.testing.stores.Eventually;
import org.junit.jupiter.api.Test;

/** Faces from consent to withdrawal. */
class EnrolmentIT {

    private static final AccessSite site = AccessSite.shared();
    private static final Client client = site.client();
    private static final Gym gym = site.gym();

    @Test
    void replacesTheOldFaceAndErasesWhatIsWithdrawn() {
        Member member = site.member(gym);
        float[] newFace = site.faces().anybody();
        String oldId = client.get("/api/v1/faces/me", member.id(), "CUSTOMER").text("faceId");

        Answer renewed = client.enrol(gym.camera(), member.id(), newFace);

        assertThat(renewed.status()).as(renewed.toString()).isEqualTo(200);
        awaitReason(newFace, "");
        awaitReason(member.face(), "NO_MATCH");
        site.neighbours().await("face-erased", "faceId", oldId);
        site.neighbours().await("face-enrolled", "faceId", renewed.text("faceId"));

        assertThat(client.withdraw(member.id()).status()).isEqualTo(204);

        awaitReason(newFace, "NO_MATCH");
        assertThat(client.get("/api/v1/faces/me", member.id(), "CUSTOMER").status())
                .isEqualTo(404);
        assertThat(client.withdraw(member.id()).status()).isEqualTo(204);
        site.neighbours().await("face-erased", "faceId", renewed.text("faceId"));
    }

    @Test
    void goesWithTheErasedUser() {
        Member member = site.member(gym);
        String faceId = client.get("/api/v1/faces/me", member.id(), "CUSTOMER").text("faceId");

        site.neighbours().erases(member.id());

        site.neighbours().await("face-erased", "faceId", faceId);
        awaitReason(member.face(), "NO_MATCH");
    }

    @Test
    void isKnownToEveryInstance() {
        Client second = site.second();
        Member member = site.member(gym);

        Eventually.becomes(
                "the second instance knows the face",
                () -> second.verify(gym.gate(), member.face()).text("decision"),
                "GRANTED"::equals);
        client.withdraw(member.id());
        Eventually.becomes(
                "the second instance has forgotten the face",
                () -> second.verify(gym.gate(), member.face()).text("reason"),
                "NO_MATCH"::equals);
    }

    @Test
    void needsTheUserTheCameraAndConsent() {
        String user = site.neighbours().user(Role.CUSTOMER);
        String path = "/api/v1/faces/me";
        String body = Client.template(site.faces().anybody(), ",\"consent\":true");

        assertThat(client.signed(gym.camera(), "PUT", path, body, null).status())
                .isEqualTo(401);
        assertThat(client.sent("PUT", path, body, "", user).status()).isEqualTo(401);
        assertThat(client.signed(gym.gate(), "PUT", path, body, user).text("type"))
                .endsWith("not-an-enrolment-device");
        assertThat(client.signed(gym.camera(), "PUT", path, body.replace("true", "false"), user)
                        .status())
                .isEqualTo(400);
        assertThat(client.signed(gym.camera(), "PUT", path, body, "U-unknown").text("type"))
                .endsWith("not-replicated-yet");
    }

    private static void awaitReason(float[] face, String reason) {
        Eventually.becomes(
                "reason " + reason, () -> client.verify(gym.gate(), face).text("reason"), reason::equals);
    }
}
