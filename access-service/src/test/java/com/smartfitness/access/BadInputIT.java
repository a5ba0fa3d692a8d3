package com.smartfitness.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.access.site.AccessSite;
import com.smartfitness.access.site.AccessSite.Gym;
import com.smartfitness.access.site.AccessSite.Member;
import com.smartfitness.access.site.Client;
import com.smartfitness.access.site.Client.Answer;
import com.smartfitness.devices.SigningDevice;
import com.smartfitness.events.EquipmentType;
import com.smartfitness.testing.stores.Eventually;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What is answered to requests that make no sense, and what is left of them. */
class BadInputIT {

    private static final AccessSite site = AccessSite.shared();
    private static final Client client = site.client();
    private static final Gym gym = site.gym();

    /** A body that is refused, with which status and why. */
    record Bad(String body, int status, String problem) {

        @Override
        public String toString() {
            return problem + " " + body.substring(0, Math.min(40, body.length()));
        }
    }

    static Stream<Bad> bad() {
        float[] longer = site.faces().anybody();
        longer[0] += 1;
        float[] nan = site.faces().anybody();
        nan[3] = Float.NaN;
        float[] infinite = site.faces().anybody();
        infinite[3] = Float.POSITIVE_INFINITY;
        float[] negative = site.faces().anybody();
        negative[63] = Float.NEGATIVE_INFINITY;
        String good = Client.template(site.faces().anybody(), MORE);
        return Stream.concat(
                Stream.of(longer, nan, infinite, negative, new float[64], new float[63], new float[512], new float[0])
                        .map(wrong -> new Bad(Client.template(wrong, MORE), 422, "invalid-template")),
                Stream.of(
                        new Bad(good.replace(AccessSite.MODEL, "other"), 422, "unknown-face-model"),
                        new Bad("{\"template\":12}", 400, ""),
                        new Bad(good.replace("\"template\":\"", "\"template\":\"*"), 400, ""),
                        new Bad(good.replace("}", ",\"more\":1}"), 400, ""),
                        new Bad("{", 400, ""),
                        new Bad("[]", 400, ""),
                        new Bad("", 400, ""),
                        new Bad("[".repeat(100_000), 400, ""),
                        new Bad("\"" + "x".repeat(10_000_000) + "\"", 413, "content-too-large")));
    }

    private static final String MORE = ",\"consent\":true";

    @ParameterizedTest
    @MethodSource("bad")
    void verifiesNothingThatIsNoTemplate(Bad bad) {
        Gym fresh = site.gym();

        Answer answer = client.verify(fresh.gate(), bad.body().replace(MORE, ""));

        assertRefused(answer, bad);
        assertThat(entriesOf(fresh)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bad")
    void keepsTheFaceThatThereWas(Bad bad) {
        Member member = site.member(gym);
        String before = client.get("/api/v1/faces/me", member.id(), "CUSTOMER").toString();

        Answer answer = client.signed(gym.camera(), "PUT", "/api/v1/faces/me", bad.body(), member.id());

        assertRefused(answer, bad);
        assertThat(client.get("/api/v1/faces/me", member.id(), "CUSTOMER").toString())
                .isEqualTo(before);
    }

    @Test
    void recordsOfDevicesThatAreNotTheGateThatTheyWereRefused() {
        Gym fresh = site.gym();
        String face = Client.template(site.faces().anybody(), "");

        for (SigningDevice device : List.of(fresh.camera(), fresh.gate())) {
            for (String gate : List.of("E-nowhere", gym.gate().id(), "x".repeat(500))) {
                String path = "/api/v1/gates/%s/verifications".formatted(gate);
                Answer answer = client.signed(device, "POST", path, face, null);
                assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
                assertThat(answer.text("type")).endsWith("not-that-gate");
            }
        }

        List<JsonNode> entries = entriesOf(fresh);
        assertThat(entries).hasSize(6).allSatisfy(entry -> {
            assertThat(entry.path("decision").asString()).isEqualTo("DENIED");
            assertThat(entry.path("reason").asString()).isEqualTo("UNKNOWN_GATE");
            assertThat(entry.has("userId")).isFalse();
        });
        assertThat(entries)
                .extracting(entry -> entry.path("gateId").asString())
                .containsOnly(fresh.camera().id(), fresh.gate().id());
        JsonNode event = site.neighbours()
                .await("denied", "accessId", entries.getFirst().path("accessId").asString());
        assertThat(event.path("reason").asString()).isEqualTo("UNKNOWN_GATE");
    }

    @Test
    void recordsNothingOfDevicesThatAreUnknownOrNoLongerInService() {
        Gym fresh = site.gym();
        SigningDevice removed = site.neighbours().device(EquipmentType.GATE, fresh.branch());
        Eventually.holds("the gate is known", () -> client.code(removed).status() == 200);
        site.neighbours().removes(removed);
        Eventually.holds("the gate is gone", () -> client.code(removed).status() == 401);

        for (SigningDevice unknown : List.of(removed, SigningDevice.create("E-stranger", AccessSite.PUBLIC_URL))) {
            for (String gate : List.of(unknown.id(), fresh.gate().id())) {
                String path = "/api/v1/gates/%s/verifications".formatted(gate);
                Answer answer = client.signed(
                        unknown, "POST", path, Client.template(site.faces().anybody(), ""), null);
                assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
                assertThat(answer.text("type")).endsWith("invalid-device-proof");
            }
        }

        assertThat(entriesOf(fresh)).isEmpty();
    }

    private static void assertRefused(Answer answer, Bad bad) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(bad.status());
        assertThat(answer.text("type")).startsWith("urn:fleet:problem:").endsWith(bad.problem());
        assertThat(answer.text("detail")).isNotBlank();
    }

    private static List<JsonNode> entriesOf(Gym gym) {
        return client.get("/api/v1/accesses?branchId=" + gym.branch(), gym.owner(), "BRANCH_OWNER")
                .json()
                .path("items")
                .valueStream()
                .toList();
    }
}
