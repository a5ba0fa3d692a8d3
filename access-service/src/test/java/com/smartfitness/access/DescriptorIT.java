package com.smartfitness.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.access.site.AccessSite;
import com.smartfitness.access.site.AccessSite.Gym;
import com.smartfitness.access.site.Client;
import com.smartfitness.access.site.FacePhotos;
import com.smartfitness.access.site.LongerDescriptor;
import com.smartfitness.devices.FacePhoto;
import com.smartfitness.events.DescriptorModel;
import com.smartfitness.events.Role;
import com.smartfitness.testing.stores.Eventually;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** Models that make templates of photos come, are refused and go while gates ask. One goes on where another has left off. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DescriptorIT {

    private static final String USUAL = "resnet-128";
    private static final String LONGER = "longer-256";

    private static final AccessSite site = AccessSite.shared();
    private static final Client client = site.client();
    private static final Gym gym = site.gym();
    private static final List<String> enrolled = new ArrayList<>();
    private static final DescriptorModel longer = site.models().put(LONGER, LongerDescriptor.of(LONGER));

    @BeforeAll
    static void enrolByTheUsualModel() {
        enrol(FacePhotos.collins(), USUAL);
    }

    @AfterAll
    static void leaveNobodyEnrolled() {
        enrolled.forEach(client::withdraw);
        site.neighbours().deploys(USUAL, 0.93, 0.01);
        awaitModel(USUAL);
    }

    @Test
    @Order(1)
    void isSwappedWhileGatesAsk() {
        AtomicBoolean swapped = new AtomicBoolean();
        CompletableFuture<Void> asking = CompletableFuture.runAsync(() -> {
            while (!swapped.get()) {
                assertThat(decision(FacePhotos.collinsInLessLight())).isEqualTo("GRANTED");
            }
        });

        site.neighbours().deploys(LONGER, 0.93, 0.01, longer);
        awaitModel(LONGER);
        swapped.set(true);
        asking.join();

        enrol(FacePhotos.hopper(), LONGER);
        assertThat(decision(FacePhotos.collinsInLessLight()))
                .as("who is enrolled by the model before")
                .isEqualTo("GRANTED");
    }

    @Test
    @Order(2)
    void isAskedAboutByTheRuleThatIsDeployedForIt() {
        byte[] photo = FacePhoto.HOPPER_AT_THE_GATE.bytes();

        site.neighbours().deploys(LONGER, 0.9999, 0, longer);
        Eventually.becomes("nobody is similar enough", () -> decision(photo), "DENIED"::equals);

        site.neighbours().deploys(AccessSite.MODEL, 0.5, 0.05, longer);
        Eventually.becomes("its own rule holds again", () -> decision(photo), "GRANTED"::equals);
    }

    @Test
    @Order(3)
    void isRefusedWhereItIsBroken() {
        byte[] file = LongerDescriptor.of("other-256");

        assertRefused(site.models().put("other-256", Arrays.copyOf(file, file.length / 2)), "not a model");
        assertRefused(site.models().put("another-256", file), "deployed is another-256");
        assertRefused(
                new DescriptorModel("other-256", longer.artifactUrl(), "00", longer.threshold(), longer.margin()),
                "digest");
        assertRefused(
                new DescriptorModel("other-256", "s3://elsewhere/x.onnx", "00", longer.threshold(), longer.margin()),
                "does not lie in the bucket");
    }

    @Test
    @Order(4)
    void givesWayToTheOneBefore() {
        site.neighbours().deploys(USUAL, 0.93, 0.01);
        awaitModel(USUAL);

        assertThat(decision(FacePhotos.collinsInLessLight())).isEqualTo("GRANTED");
        assertThat(client.verifyPhoto(gym.gate(), FacePhotos.hopper()).text("reason"))
                .as("who is enrolled by another model")
                .isEqualTo("NO_MATCH");
    }

    private static void enrol(byte[] photo, String model) {
        String user = site.neighbours().user(Role.CUSTOMER);
        enrolled.add(user);
        Client.Answer enrolled = Eventually.becomes(
                "the face is enrolled",
                () -> client.enrolByPhotos(user, true, List.of(photo.clone())),
                answer -> answer.status() == 200);
        assertThat(enrolled.text("modelVersion")).isEqualTo(model);
        Eventually.becomes("the face is found", () -> decision(photo), "GRANTED"::equals);
    }

    private static String decision(byte[] photo) {
        return client.verifyPhoto(gym.gate(), photo.clone()).text("decision");
    }

    private static void assertRefused(DescriptorModel broken, String reason) {
        site.neighbours().deploys(LONGER, 0.93, 0.01, broken);
        JsonNode model = Eventually.becomes(
                "refusal of " + broken,
                DescriptorIT::model,
                told -> told.path("reason").asString("").contains(reason));
        assertThat(model.path("refused").asString()).isEqualTo(broken.version());
        assertThat(model.path("version").asString()).as("what stays").isEqualTo(LONGER);
        assertThat(decision(FacePhotos.hopper())).isEqualTo("GRANTED");
    }

    private static void awaitModel(String version) {
        Eventually.becomes(
                "model " + version,
                DescriptorIT::model,
                model -> model.path("version").asString("").equals(version));
    }

    /** By which model photos are told apart, and which is refused. */
    private static JsonNode model() {
        return client.get("/actuator/info", "U-operator", "OPERATOR").json().path("faceModel");
    }
}
