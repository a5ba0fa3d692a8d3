package com.smartfitness.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.access.site.AccessSite;
import com.smartfitness.access.site.AccessSite.Gym;
import com.smartfitness.access.site.Client;
import com.smartfitness.access.site.Client.Answer;
import com.smartfitness.access.site.FacePhotos;
import com.smartfitness.events.Role;
import com.smartfitness.testing.stores.Eventually;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Faces by photo: at enrolment and at the gate. */
class PhotoIT {

    private static final AccessSite site = AccessSite.shared();
    private static final Client client = site.client();
    private static final Gym gym = site.gym();

    @Test
    void opensToWhomThePhotoShows() {
        String user = site.neighbours().user(Role.CUSTOMER);
        Eventually.becomes(
                "the face is enrolled",
                () -> client.enrolByPhotos(user, true, List.of(FacePhotos.collins(), FacePhotos.collinsTurned()))
                        .status(),
                status -> status == 200);

        Eventually.becomes(
                "another photo opens",
                () -> client.verifyPhoto(gym.gate(), FacePhotos.collinsInLessLight())
                        .text("decision"),
                "GRANTED"::equals);
        assertThat(client.verifyPhoto(gym.gate(), FacePhotos.hopper()).text("reason"))
                .isEqualTo("NO_MATCH");
        assertThat(client.withdraw(user).status())
                .as("another test enrols the same face")
                .isEqualTo(204);
    }

    @Test
    void saysWhatIsWrongWithAPhoto() {
        assertProblem("no-face", FacePhotos.nobody());
        assertProblem("several-faces", FacePhotos.twoPeople());
        assertProblem("face-too-small", FacePhotos.farAway());
        assertProblem("face-too-dark", FacePhotos.inTheDark());
        assertProblem("face-too-blurred", FacePhotos.blurred());
        assertProblem("photo-format-unsupported", "no photo".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void takesASignedPhotoOnce() {
        String path = "/api/v1/gates/%s/verifications".formatted(gym.gate().id());
        byte[] photo = FacePhotos.nobody();
        String proof = gym.gate().proof("POST", path, photo);

        assertThat(client.sentPhoto(path, photo, proof).text("type")).endsWith("no-face");
        assertThat(client.sentPhoto(path, photo, proof).text("type")).endsWith("invalid-device-proof");
        assertThat(client.sentPhoto(path, FacePhotos.hopper(), proof).text("type"))
                .endsWith("invalid-device-proof");
    }

    @Test
    void isCountedApartFromTemplates() {
        client.verify(gym.gate(), site.faces().anybody());
        client.verifyPhoto(gym.gate(), FacePhotos.nobody());

        String counted = client.get("/actuator/prometheus").toString();
        assertThat(counted.lines().filter(line -> line.contains("/gates/{gateId}/verifications")))
                .anyMatch(
                        line -> line.matches(
                                "http_server_requests_seconds_bucket\\{content=\"other\",.*outcome=\"SUCCESS\",.*le=\"0.01\"} .*"))
                .anyMatch(line -> line.matches("http_server_requests_seconds_count\\{content=\"image\",.*} .*"));
    }

    @Test
    void enrolsNobodyWithoutConsentOrWithTooManyPhotos() {
        String user = site.neighbours().user(Role.CUSTOMER);

        assertThat(client.enrolByPhotos(user, false, List.of(FacePhotos.collins()))
                        .status())
                .isEqualTo(400);
        assertThat(client.enrolByPhotos(user, true, Collections.nCopies(6, FacePhotos.hopper()))
                        .status())
                .isEqualTo(400);
    }

    private static void assertProblem(String type, byte[] photo) {
        Answer answer = client.verifyPhoto(gym.gate(), photo);

        assertThat(answer.text("type")).as(answer.toString()).endsWith(type);
        assertThat(answer.status()).isBetween(400, 422);
    }
}
