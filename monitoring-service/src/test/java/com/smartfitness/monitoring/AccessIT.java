package com.smartfitness.monitoring;

import com.smartfitness.events.Role;
import com.smartfitness.monitoring.equipment.Keys;
import com.smartfitness.testing.authorisation.AccessMatrix;
import com.smartfitness.testing.authorisation.AccessMatrix.Cell;
import com.smartfitness.testing.authorisation.AccessMatrix.Whose;
import com.smartfitness.testing.authorisation.Routes;
import com.smartfitness.testing.tokens.RefusedTokens;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Who may do what here, and that nobody gets around it with a token that they have made themselves. */
class AccessIT {

    // The live stream of operators has no end; OperationsIT follows it.
    private static final AccessMatrix MATRIX = AccessMatrix.of("""
            route                                                            | anonymous | CUSTOMER | HELPER | BRANCH_OWNER | OPERATOR
            POST /api/v1/equipment                                           | 401       | 403      | 403    | 201/403      | 201
            GET /api/v1/equipment                                            | 401       | 403      | 403    | 200          | 200
            GET /api/v1/equipment/{equipmentId}                              | 401       | 403      | 403    | 200/404      | 200
            PUT /api/v1/equipment/{equipmentId}                              | 401       | 403      | 403    | 200/404      | 200
            DELETE /api/v1/equipment/{equipmentId}                           | 401       | 403      | 403    | 204/404      | 204
            PUT /api/v1/equipment/{equipmentId}/public-key                   | 401       | 403      | 403    | 200/404      | 200
            POST /api/v1/equipment/{equipmentId}/reports                     | 401       | 401      | 401    | 401/401      | 401
            GET /api/v1/equipment/{equipmentId}/reports                      | 401       | 403      | 403    | 200/404      | 200
            GET /api/v1/equipment-faults                                     | 401       | 403      | 403    | 200          | 200
            GET /api/v1/equipment-faults/{faultId}                           | 401       | 403      | 403    | 200/404      | 200
            POST /api/v1/equipment-faults/{faultId}/acknowledgement          | 401       | 403      | 403    | 200/404      | 403
            GET /api/v1/operations/equipment                                 | 401       | 403      | 403    | 403          | 200
            GET /api/v1/operations/entries                                   | 401       | 403      | 403    | 403          | 200
            GET /api/v1/operations/fleet                                     | 401       | 403      | 403    | 403          | 200
            GET /api/v1/operations/replication                               | 401       | 403      | 403    | 403          | 200
            GET /api/v1/operations/live                                      | 401       | 403      | 403    | 403          | -
            GET /api/v1/replication                                          | 401       | 403      | 403    | 403          | 200
            POST /api/v1/replication/epoch                                   | 401       | 403      | 403    | 403          | 200
            GET /api/v1/replication/queues/{queue}/dead-letters              | 401       | 403      | 403    | 403          | 200
            POST /api/v1/replication/queues/{queue}/dead-letters/{id}/replay | 401       | 403      | 403    | 403          | 404
            DELETE /api/v1/replication/queues/{queue}/dead-letters/{id}      | 401       | 403      | 403    | 403          | 404
            POST /api/v1/replication/replicas/{replica}/rebuild              | 401       | 403      | 403    | 403          | 404
            GET /api/v1/replication/replicas/{replica}/rebuild               | 401       | 403      | 403    | 403          | 404
            GET /api/v1/replication/replicas/{replica}/rebuild/live          | 401       | 403      | 403    | 403          | 404
            DELETE /api/v1/replication/replicas/{replica}/rebuild            | 401       | 403      | 403    | 403          | 404
            """);

    private static final User owner = User.anOwner();

    private static RunningMonitoring service;
    private static String own;
    private static String others;

    @BeforeAll
    static void openBranches() {
        service = RunningMonitoring.shared();
        own = Branches.open(service, owner);
        others = Branches.open(service, User.anOwner());
    }

    @TestFactory
    Stream<DynamicTest> answersEachCallerAsTheTableSays() {
        return MATRIX.tests(
                Routes.of(service.context()).stream()
                        .filter(route -> !route.contains("/actuator") && !route.contains("/v3/api-docs"))
                        .toList(),
                AccessIT::attempt);
    }

    @TestFactory
    Stream<DynamicTest> refusesForgedTokens() {
        return RefusedTokens.at(service.uri(""))
                .tests(
                        service.tokens(),
                        "nobody",
                        "OPERATOR",
                        List.of(
                                "GET /api/v1/equipment",
                                "GET /api/v1/equipment-faults",
                                "GET /api/v1/operations/equipment",
                                "GET /api/v1/replication"));
    }

    private static int attempt(Cell cell) {
        String branch = cell.whose() == Whose.OTHERS ? others : own;
        String path = cell.pattern()
                .replace("{queue}", "monitoring.branches")
                .replace("{id}", "none")
                .replace("{replica}", "none");
        if (path.contains("{equipmentId}")) {
            path = path.replace(
                    "{equipmentId}", Device.register(service, branch).id());
        }
        if (path.contains("{faultId}")) {
            path = path.replace("{faultId}", aFaultIn(branch));
        }
        HttpRequest.Builder request = cell.isAnonymous()
                ? HttpRequest.newBuilder(service.uri(path)).header("Content-Type", "application/json")
                : service.request(path, caller(cell));
        return service.send(request.header("If-Match", "*")
                        .method(cell.method(), BodyPublishers.ofString(body(cell, branch))))
                .status();
    }

    private static User caller(Cell cell) {
        Role role = Role.valueOf(cell.caller());
        return role == Role.BRANCH_OWNER ? owner : User.any(role);
    }

    private static String aFaultIn(String branch) {
        Device gate = Device.register(service, branch);
        gate.hasAnError("모터 과열").expect(204);
        return service.get("/api/v1/equipment-faults?equipmentId=" + gate.id(), User.anOperator())
                .items("faultId")
                .getFirst();
    }

    private static String body(Cell cell, String branch) {
        String key = Keys.fresh().toPublicJWK().toJSONString();
        return switch (cell.route()) {
            case "POST /api/v1/equipment" -> """
                    {"branchId": "%s", "equipmentType": "GATE", "name": "정문", "pingAddress": "127.0.0.1:1",
                     "publicKey": %s}""".formatted(branch, key);
            case "PUT /api/v1/equipment/{equipmentId}" -> """
                    {"name": "정문", "pingAddress": "127.0.0.1:1", "status": "IN_SERVICE"}""";
            case "PUT /api/v1/equipment/{equipmentId}/public-key" -> key;
            default -> "";
        };
    }
}
