package com.smartfitness.monitoring.equipment;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.smartfitness.events.EquipmentEvent;
import com.smartfitness.events.EquipmentRegisteredEvent;
import com.smartfitness.events.EquipmentRemovedEvent;
import com.smartfitness.events.EquipmentStatus;
import com.smartfitness.events.EquipmentType;
import com.smartfitness.events.EquipmentUpdatedEvent;
import com.smartfitness.events.Role;
import com.smartfitness.monitoring.Answer;
import com.smartfitness.monitoring.Branches;
import com.smartfitness.monitoring.RunningMonitoring;
import com.smartfitness.monitoring.User;
import com.smartfitness.testing.stores.Eventually;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class RegisterIT {

    private static final String PATH = "/api/v1/equipment";
    private static final User OPERATOR = User.anOperator();

    private static RunningMonitoring service;
    private static User owner;
    private static String branch;

    @BeforeAll
    static void openABranch() {
        service = RunningMonitoring.shared();
        owner = User.anOwner();
        branch = Branches.open(service, owner);
    }

    @Nested
    class Registering {

        @Test
        void tellsOthersAllButWhereItIsAsked() {
            String key = Keys.fresh().toPublicJWK().toJSONString();

            Answer answer = service.post(PATH, aGate(branch, key), owner).expect(201);

            String id = answer.text("equipmentId");
            assertThat(answer.header("Location")).isEqualTo(PATH + "/" + id);
            assertThat(answer.eTag()).isEqualTo("\"1\"");
            Map<String, String> jwk = jwk(answer);
            assertThat(jwk).containsOnlyKeys("kty", "crv", "x", "y").containsEntry("crv", "P-256");
            assertThat(heard(id, 1))
                    .containsExactly(new EquipmentRegisteredEvent(
                            id, branch, EquipmentType.GATE, "정문 게이트", jwk, EquipmentStatus.IN_SERVICE));
            assertThat(service.get(PATH + "/" + id, owner).json()).isEqualTo(answer.json());
        }

        @Test
        void letsOperatorsRegisterAnywhere() {
            service.post(PATH, aGate(branch), OPERATOR).expect(201);
        }

        @Test
        void refusesBranchesThatAreNotTheOwners() {
            User another = User.anOwner();
            String others = Branches.open(service, another);

            service.post(PATH, aGate(others), owner).expectProblem(403, "not-the-owner");
            service.post(PATH, aGate("B-nowhere"), owner).expectProblem(422, "unknown-branch");
            Branches.close(service, another, others);
            service.post(PATH, aGate(others), another).expectProblem(409, "branch-closed");
            for (Role role : List.of(Role.CUSTOMER, Role.HELPER)) {
                service.post(PATH, aGate(branch), User.any(role)).expectProblem(403, "forbidden");
            }
        }
    }

    /** A request that is right but for one field. */
    record Wrong(String field, String value) {

        String body() {
            ObjectNode body = (ObjectNode) JsonMapper.shared().readTree(aGate(branch));
            body.set(field, JsonMapper.shared().readTree(value));
            return body.toString();
        }
    }

    static Stream<Wrong> wrong() {
        String privateKey = Keys.fresh().toJSONString();
        return Stream.of(
                new Wrong("equipmentId", "\"E-mine\""),
                new Wrong("branchId", "null"),
                new Wrong("equipmentType", "\"TREADMILL\""),
                new Wrong("name", "\"\\u3000\""),
                new Wrong("name", "\"two\\nlines\""),
                new Wrong("name", "\"" + "x".repeat(101) + "\""),
                new Wrong("pingAddress", "\"example.com:80\""),
                new Wrong("pingAddress", "\"10.0.0.1:80\""),
                new Wrong("publicKey", "null"),
                new Wrong("publicKey", "\"key\""),
                new Wrong("publicKey", "{}"),
                new Wrong("publicKey", privateKey),
                new Wrong("publicKey", Keys.on(Curve.P_384).toPublicJWK().toJSONString()),
                new Wrong("publicKey", "{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}"),
                new Wrong("publicKey", "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AQ\",\"y\":\"AQ\"}"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void namesWhatIsWrong(Wrong wrong) {
        Answer answer = service.post(PATH, wrong.body(), owner).expectProblem(400, "invalid-request");

        assertThat(answer.json()
                        .get("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString("")))
                .as(answer.response().body())
                .contains(wrong.field());
    }

    @Nested
    class Changing {

        private final Answer gate = service.post(PATH, aGate(branch), owner).expect(201);
        private final String id = gate.text("equipmentId");
        private final String path = PATH + "/" + id;

        @Test
        void editsAgainstTheRevisionThatWasRead() {
            String edit = anEdit("후문 게이트", "OUT_OF_SERVICE");
            service.put(path, edit, "", owner).expectProblem(428, "revision-required");
            Answer edited = service.put(path, edit, gate.eTag(), owner).expect(200);

            service.put(path, anEdit("late", "IN_SERVICE"), gate.eTag(), owner).expectProblem(412, "stale-revision");

            assertThat(edited.eTag()).isEqualTo("\"2\"");
            assertThat(service.get(path, owner).json()).isEqualTo(edited.json());
            assertThat(heard(id, 2).getLast())
                    .isEqualTo(new EquipmentUpdatedEvent(
                            id, branch, EquipmentType.GATE, "후문 게이트", jwk(gate), EquipmentStatus.OUT_OF_SERVICE));
        }

        @Test
        void replacesTheKey() {
            String key = Keys.fresh().toPublicJWK().toJSONString();
            String privateKey = Keys.fresh().toJSONString();
            service.put(path + "/public-key", privateKey, gate.eTag(), owner).expectProblem(400, "invalid-request");

            Answer replaced =
                    service.put(path + "/public-key", key, gate.eTag(), owner).expect(200);

            assertThat(jwk(replaced)).isNotEqualTo(jwk(gate));
            assertThat(((EquipmentUpdatedEvent) heard(id, 2).getLast()).publicKey())
                    .isEqualTo(jwk(replaced));
        }

        @Test
        void removesForGood() {
            service.delete(path, "\"7\"", owner).expectProblem(412, "stale-revision");
            service.delete(path, gate.eTag(), owner).expect(204);

            service.get(path, owner).expectProblem(404, "equipment-not-found");
            service.delete(path, gate.eTag(), owner).expectProblem(404, "equipment-not-found");
            assertThat(heard(id, 2).getLast()).isEqualTo(new EquipmentRemovedEvent(id));
        }

        @Test
        void hidesItFromOtherOwners() {
            User another = User.anOwner();

            service.get(path, another).expectProblem(404, "equipment-not-found");
            service.put(path, anEdit("mine", "IN_SERVICE"), gate.eTag(), another)
                    .expectProblem(404, "equipment-not-found");
            service.delete(path, gate.eTag(), another).expectProblem(404, "equipment-not-found");
            service.get(path, OPERATOR).expect(200);
        }
    }

    @Test
    void showsEveryPieceOnceWhileOthersAreRegistered() {
        User another = User.anOwner();
        String others = Branches.open(service, another);
        List<String> oldestFirst = IntStream.range(0, 5)
                .mapToObj(_ -> service.post(PATH, aGate(others), another).text("equipmentId"))
                .toList();

        List<String> shown = new ArrayList<>();
        String cursor = "";
        do {
            Answer page =
                    service.get(PATH + "?limit=2&type=GATE" + cursor, another).expect(200);
            shown.addAll(page.items("equipmentId"));
            cursor = page.text("next").isEmpty() ? "" : "&cursor=" + page.text("next");
            service.post(PATH, aGate(others), another).expect(201);
        } while (!cursor.isEmpty());

        assertThat(shown.reversed()).isEqualTo(oldestFirst);
        assertThat(service.get(PATH + "?type=CAMERA", another).items("equipmentId"))
                .isEmpty();
        assertThat(service.get(PATH + "?branchId=" + branch, another).items("equipmentId"))
                .isEmpty();
        assertThat(service.get(PATH + "?limit=1&branchId=" + others, OPERATOR).items("branchId"))
                .containsExactly(others);
    }

    private static List<EquipmentEvent> heard(String id, int count) {
        return Eventually.becomes(
                count + " events of " + id,
                () -> service.neighbours().heardOf(id).stream()
                        .map(EquipmentEvent.class::cast)
                        .toList(),
                events -> events.size() == count);
    }

    private static Map<String, String> jwk(Answer answer) {
        return answer.json()
                .get("publicKey")
                .propertyStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, member -> member.getValue().asString()));
    }

    private static String aGate(String branch) {
        return aGate(branch, Keys.fresh().toPublicJWK().toJSONString());
    }

    private static String aGate(String branch, String key) {
        return """
                {"branchId": "%s", "equipmentType": "GATE", "name": " 정문 게이트 ", "pingAddress": "127.0.0.1:7000",
                 "publicKey": %s}""".formatted(branch, key);
    }

    private static String anEdit(String name, String status) {
        return """
                {"name": "%s", "pingAddress": "127.0.0.1:7001", "status": "%s"}""".formatted(name, status);
    }
}
