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
import com.smartfitness.access.site.Neighbours.Heard;
import com.smartfitness.events.Role;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.tokens.TestDevice;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import tools.jackson.databind.JsonNode;

/** The running service, asked over HTTP by users, gates and cameras. */
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class GateIT {

    private static AccessSite site;
    private static Gym gym;
    private static Client client;

    @BeforeAll
    static void start() {
        site = AccessSite.start();
        client = site.client();
        gym = site.gym();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Nested
    class Verification {

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
            assertThat(command.verify(
                            new ECDSAVerifier(keys.getKeys().getFirst().toECKey())))
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
            assertThat(client.get("/api/v1/accesses/" + id, member.id(), "CUSTOMER")
                            .text("decision"))
                    .isEqualTo("GRANTED");
            assertThat(client.get("/api/v1/accesses/" + id, gym.owner(), "BRANCH_OWNER")
                            .status())
                    .isEqualTo(200);
            assertThat(client.get("/api/v1/accesses/" + id, "U-other", "CUSTOMER")
                            .status())
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
        void rejectsWhatIsNoTemplateAndRecordsNothing() {
            float[] longer = site.faces().anybody();
            longer[0] += 1;
            float[] nan = site.faces().anybody();
            nan[3] = Float.NaN;
            float[] infinite = site.faces().anybody();
            infinite[3] = Float.POSITIVE_INFINITY;
            Gym fresh = site.gym();

            for (float[] wrong : List.of(longer, nan, infinite, new float[64], new float[63], new float[512])) {
                Answer answer = client.verify(fresh.gate(), wrong);
                assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
                assertThat(answer.text("type")).endsWith("invalid-template");
            }
            String other = Client.template(site.faces().anybody(), "").replace(AccessSite.MODEL, "other");
            assertThat(client.verify(fresh.gate(), other).text("type")).endsWith("unknown-face-model");
            assertThat(client.verify(fresh.gate(), "{\"template\":12}").status())
                    .isEqualTo(400);
            assertThat(client.verify(fresh.gate(), "{").status()).isEqualTo(400);
            assertThat(client.verify(fresh.gate(), "\"" + "x".repeat(200_000) + "\"")
                            .status())
                    .isEqualTo(413);
            assertThat(client.get("/api/v1/accesses?branchId=" + fresh.branch(), fresh.owner(), "BRANCH_OWNER")
                            .json()
                            .path("items")
                            .size())
                    .isZero();
        }

        @Test
        void believesNobodyButTheGateItselfAndOnce() {
            Member member = site.member(gym);
            String path = "/api/v1/gates/%s/verifications".formatted(gym.gate().id());
            String body = Client.template(member.face(), "");
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            TestDevice impostor = TestDevice.create(gym.gate().id(), PUBLIC_URL);
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
            assertThat(client.post(path, member.id(), "CUSTOMER", body).status())
                    .isEqualTo(401);
            assertThat(client.signed(gym.camera(), "POST", path, body, null).status())
                    .isEqualTo(403);
            assertThat(client.signed(site.gym().gate(), "POST", path, body, null)
                            .status())
                    .isEqualTo(403);
        }
    }

    @Nested
    class Enrolment {

        @Test
        void replacesTheOldFaceAndErasesWhatIsWithdrawn() {
            Member member = site.member(gym);
            float[] newFace = site.faces().anybody();
            String oldId =
                    client.get("/api/v1/faces/me", member.id(), "CUSTOMER").text("faceId");

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
            String faceId =
                    client.get("/api/v1/faces/me", member.id(), "CUSTOMER").text("faceId");

            site.neighbours().erases(member.id());

            site.neighbours().await("face-erased", "faceId", faceId);
            awaitReason(member.face(), "NO_MATCH");
        }

        @Test
        void isKnownToEveryInstance() {
            Client second = site.client(site.startInstance());
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
            assertThat(client.signed(gym.camera(), "PUT", path, body, "U-unknown")
                            .text("type"))
                    .endsWith("not-replicated-yet");
        }

        @Test
        void leavesNoTemplateWhereItCouldBeRead() {
            Member member = site.member(gym);
            client.verify(gym.gate(), member.face());
            site.neighbours()
                    .await(
                            "face-enrolled",
                            "faceId",
                            client.get("/api/v1/faces/me", member.id(), "CUSTOMER")
                                    .text("faceId"));

            String stored = new String(site.storedBytes(), StandardCharsets.ISO_8859_1);
            StringBuilder told = new StringBuilder();
            for (Heard heard : site.neighbours().everything()) {
                told.append(new String(heard.body(), StandardCharsets.ISO_8859_1));
            }

            assertThat(stored).contains(member.id());
            for (String form : Disguises.of(member.face())) {
                assertThat(stored.contains(form)).as("stored").isFalse();
                assertThat(told.indexOf(form)).as("told").isNegative();
            }
        }
    }

    @Nested
    class Rule {

        @Test
        void isThatWhichWasDeployedLast() {
            Gym strict = site.gym();
            Member member = site.member(strict);
            float[] blurred = site.faces().again(member.face(), 0.75);

            site.neighbours().deploys(0.9, 0.05);
            Eventually.becomes(
                    "the stricter rule holds",
                    () -> client.verify(strict.gate(), blurred).text("reason"),
                    "NO_MATCH"::equals);
            site.neighbours().deploys(0.5, 0.05);
            Eventually.becomes(
                    "the old rule holds again",
                    () -> client.verify(strict.gate(), blurred).text("decision"),
                    "GRANTED"::equals);
        }
    }

    @Nested
    class Opening {

        @Test
        void settlesWithTheGatesReportOrWithoutOne() {
            Member member = site.member(gym);
            String opened = client.verify(gym.gate(), member.face()).text("accessId");
            String jammed = client.verify(gym.gate(), member.face()).text("accessId");
            String silent = client.verify(gym.gate(), member.face()).text("accessId");

            assertThat(client.report(gym.gate(), opened, "{\"opened\":true}").status())
                    .isEqualTo(204);
            assertThat(client.report(gym.gate(), jammed, "{\"opened\":false,\"reason\":\"JAMMED\"}")
                            .status())
                    .isEqualTo(204);
            assertThat(client.report(gym.gate(), opened, "{\"opened\":true}").status())
                    .isEqualTo(409);
            assertThat(client.report(site.gym().gate(), silent, "{\"opened\":true}")
                            .status())
                    .isEqualTo(404);
            assertThat(client.report(gym.gate(), silent, "{\"opened\":false}").status())
                    .isEqualTo(400);

            assertThat(site.neighbours()
                            .await("gate-open-failed", "accessId", jammed)
                            .path("reason")
                            .asString())
                    .isEqualTo("JAMMED");
            assertThat(site.neighbours()
                            .await("gate-open-failed", "accessId", silent)
                            .path("reason")
                            .asString())
                    .isEqualTo("NOT_REPORTED");
            assertThat(client.get("/api/v1/accesses/" + opened, member.id(), "CUSTOMER")
                            .text("outcome"))
                    .isEqualTo("OPENED");
        }

        @Test
        void reachesTheGateOnceForACodeThatManyUseAtOnce() throws Exception {
            List<String> users = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                users.add(site.member(gym).id());
            }
            Answer code = client.code(gym.gate());
            assertThat(code.status()).as(code.toString()).isEqualTo(200);
            List<String> events;
            try (BufferedReader stream = commands(null);
                    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Callable<Answer>> uses = new ArrayList<>();
                for (int i = 0; i < 100; i++) {
                    String user = users.get(i % users.size());
                    uses.add(() -> client.useCode(user, code.text("code")));
                }
                List<Answer> answers = new ArrayList<>();
                for (Future<Answer> use : threads.invokeAll(uses)) {
                    answers.add(use.get());
                }

                assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
                assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(99);
                events = event(stream);
                SignedJWT command = SignedJWT.parse(events.getLast());
                assertThat(command.getJWTClaimsSet().getAudience())
                        .containsExactly(gym.gate().id());
                assertThat(answers.stream()
                                .filter(answer -> answer.status() == 201)
                                .findFirst()
                                .orElseThrow()
                                .text("accessId"))
                        .isEqualTo(command.getJWTClaimsSet().getJWTID());
            }
            Answer next =
                    client.post("/api/v1/gates/%s/openings".formatted(gym.gate().id()), "U-operator", "OPERATOR", "");
            assertThat(next.status()).as(next.toString()).isEqualTo(201);
            try (BufferedReader again = commands(events.getFirst())) {
                assertThat(SignedJWT.parse(event(again).getLast())
                                .getJWTClaimsSet()
                                .getJWTID())
                        .isEqualTo(next.text("accessId"));
            }
        }

        @Test
        void takesNoCodeThatNoGateShows() {
            Member member = site.member(gym);
            String code = client.code(gym.gate()).text("code");

            for (String wrong : List.of("x", code.substring(0, code.length() - 5) + "AAAAA", "a.b.c")) {
                assertThat(client.useCode(member.id(), wrong).text("type")).endsWith("invalid-gate-code");
            }
            assertThat(client.post("/api/v1/gates/x/openings", "U", "OPERATOR", "")
                            .status())
                    .isEqualTo(404);
            assertThat(client.post("/api/v1/gates/x/openings", "U", "CUSTOMER", "")
                            .status())
                    .isEqualTo(403);
        }

        private static BufferedReader commands(String lastSeen) {
            return new BufferedReader(
                    new InputStreamReader(client.commands(gym.gate(), lastSeen), StandardCharsets.UTF_8));
        }

        /** Id and data of the next event. */
        private static List<String> event(BufferedReader stream) throws Exception {
            String id = "";
            while (true) {
                String line = stream.readLine();
                if (line.startsWith("id:")) {
                    id = line.substring("id:".length());
                } else if (line.startsWith("data:")) {
                    return List.of(id, line.substring("data:".length()));
                }
            }
        }
    }

    @Test
    void listsEntriesInPages() {
        Gym other = site.gym();
        for (int i = 0; i < 5; i++) {
            client.verify(other.gate(), site.faces().anybody());
        }
        String path = "/api/v1/accesses?limit=2&branchId=" + other.branch();

        JsonNode first = client.get(path, other.owner(), "BRANCH_OWNER").json();
        JsonNode second = client.get(path + "&cursor=" + first.path("next").asString(), "U-op", "OPERATOR")
                .json();
        JsonNode third = client.get(path + "&cursor=" + second.path("next").asString(), "U-op", "OPERATOR")
                .json();

        assertThat(first.path("items").size()).isEqualTo(2);
        assertThat(second.path("items").size()).isEqualTo(2);
        assertThat(third.path("items").size()).isEqualTo(1);
        assertThat(third.has("next")).isFalse();
        assertThat(first.path("items").get(0).path("at").asString())
                .isGreaterThan(second.path("items").get(0).path("at").asString());
        assertThat(client.get(path, gym.owner(), "BRANCH_OWNER").status()).isEqualTo(403);
        assertThat(client.get("/api/v1/accesses", other.owner(), "BRANCH_OWNER").status())
                .isEqualTo(403);
        assertThat(client.get(path, "U-somebody", "CUSTOMER")
                        .json()
                        .path("items")
                        .size())
                .isZero();
    }

    /** What the store has acknowledged is there after it was killed. Last of all, since the others share the store. */
    @Nested
    @Order(Integer.MAX_VALUE)
    class Outage {

        @Test
        void keepsTheGateShutWithoutItsStoreAndGoesOnAfterwards() {
            Member member = site.member(gym);
            String before = client.verify(gym.gate(), member.face()).text("accessId");
            String path = "/api/v1/gates/%s/verifications".formatted(gym.gate().id());
            String body = Client.template(member.face(), "");
            String proof = gym.gate().proof("POST", path, body.getBytes(StandardCharsets.UTF_8));
            assertThat(client.sent("POST", path, body, proof, null).status()).isEqualTo(201);

            site.store().kill();
            Answer away = client.verify(gym.gate(), member.face());
            assertThat(away.status()).as(away.toString()).isEqualTo(503);
            assertThat(away.text("type")).endsWith("store-unavailable");
            site.store().start();

            Eventually.holds(
                    "the gate opens again",
                    () -> client.verify(gym.gate(), member.face())
                            .text("decision")
                            .equals("GRANTED"));
            assertThat(client.sent("POST", path, body, proof, null).status()).isEqualTo(401);
            assertThat(client.get("/api/v1/accesses/" + before, member.id(), "CUSTOMER")
                            .status())
                    .isEqualTo(200);
            site.neighbours().await("granted", "accessId", before);
        }
    }

    private static void awaitReason(float[] face, String reason) {
        Eventually.becomes(
                "reason " + reason, () -> client.verify(gym.gate(), face).text("reason"), reason::equals);
    }
}
