package com.smartfitness.access;

import com.smartfitness.access.site.AccessSite;
import com.smartfitness.access.site.AccessSite.Gym;
import com.smartfitness.access.site.Client;
import com.smartfitness.access.site.FacePhotos;
import com.smartfitness.devices.SigningDevice;
import com.smartfitness.events.Role;
import com.smartfitness.testing.authorisation.AccessMatrix;
import com.smartfitness.testing.authorisation.AccessMatrix.Cell;
import com.smartfitness.testing.authorisation.AccessMatrix.Whose;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.tokens.RefusedTokens;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Who may do what: users with their tokens, devices with their signatures. */
class AccessMatrixIT {

    // Nobody is on the photo that is sent, so who may send one is told so.
    // A face is enrolled by a user and a camera together: here the request of whoever has a token is signed by a
    // camera.
    private static final AccessMatrix MATRIX = AccessMatrix.of("""
            route                                                            | anonymous | CUSTOMER | HELPER  | BRANCH_OWNER | OPERATOR | GATE    | CAMERA
            PUT /api/v1/faces/me                                             | 401       | 200      | 200     | 403          | 403      | 401     | 401
            POST /api/v1/faces/me                                            | 401       | 422      | 422     | 403          | 403      | 401     | 401
            GET /api/v1/faces/me                                             | 401       | 200      | 200     | 403          | 403      | 401     | 401
            DELETE /api/v1/faces/me                                          | 401       | 204      | 204     | 403          | 403      | 401     | 401
            POST /api/v1/gates/{gateId}/verifications                        | 401       | 401      | 401     | 401          | 401      | 201/403 | 403
            POST /api/v1/gates/{gateId}/codes                                | 401       | 401      | 401     | 401          | 401      | 200/403 | 403
            GET /api/v1/gates/{gateId}/commands                              | 401       | 401      | 401     | 401          | 401      | 200/403 | 403
            POST /api/v1/gates/{gateId}/openings                             | 401       | 403      | 403     | 403          | 201      | 401     | 401
            GET /api/v1/gates/command-keys                                   | 200       | 200      | 200     | 200          | 200      | 200     | 200
            POST /api/v1/accesses                                            | 401       | 201      | 201     | 403          | 403      | 401     | 401
            GET /api/v1/accesses                                             | 401       | 200      | 200     | 200/403      | 200      | 401     | 401
            GET /api/v1/accesses/{accessId}                                  | 401       | 200/404  | 200/404 | 200/404      | 200      | 401     | 401
            POST /api/v1/accesses/{accessId}/outcome                         | 401       | 401      | 401     | 401          | 401      | 204/404 | 404
            GET /api/v1/replication                                          | 401       | 403      | 403     | 403          | 200      | 401     | 401
            POST /api/v1/replication/epoch                                   | 401       | 403      | 403     | 403          | 200      | 401     | 401
            GET /api/v1/replication/queues/{queue}/dead-letters              | 401       | 403      | 403     | 403          | 200      | 401     | 401
            POST /api/v1/replication/queues/{queue}/dead-letters/{id}/replay | 401       | 403      | 403     | 403          | 404      | 401     | 401
            DELETE /api/v1/replication/queues/{queue}/dead-letters/{id}      | 401       | 403      | 403     | 403          | 404      | 401     | 401
            POST /api/v1/replication/replicas/{replica}/rebuild              | 401       | 403      | 403     | 403          | 404      | 401     | 401
            GET /api/v1/replication/replicas/{replica}/rebuild               | 401       | 403      | 403     | 403          | 404      | 401     | 401
            GET /api/v1/replication/replicas/{replica}/rebuild/live          | 401       | 403      | 403     | 403          | 404      | 401     | 401
            DELETE /api/v1/replication/replicas/{replica}/rebuild            | 401       | 403      | 403     | 403          | 404      | 401     | 401
            """);

    private static final AccessSite site = AccessSite.shared();
    private static final Client client = site.client();
    private static final Gym own = site.gym();
    private static final Gym others = site.gym();
    private static final Map<Role, String> users = new EnumMap<>(Role.class);

    @BeforeAll
    static void signUp() {
        users.put(Role.BRANCH_OWNER, own.owner());
        users.put(Role.OPERATOR, "U-operator");
        for (Role role : List.of(Role.CUSTOMER, Role.HELPER)) {
            users.put(role, site.neighbours().user(role));
            Eventually.holds(
                    "the user is known", () -> status("PUT /api/v1/faces/me", role.name(), "/api/v1/faces/me") == 200);
        }
    }

    @TestFactory
    Stream<DynamicTest> answersEachCallerAsTheTableSays() {
        return MATRIX.tests(
                site.routes().stream()
                        .filter(route -> !route.contains("/actuator") && !route.contains("/v3/api-docs"))
                        .toList(),
                AccessMatrixIT::attempt);
    }

    @TestFactory
    Stream<DynamicTest> refusesForgedTokens() {
        return RefusedTokens.at(client.uri("/"))
                .tests(
                        client.tokens(),
                        "nobody",
                        Role.OPERATOR.name(),
                        List.of(
                                "GET /api/v1/faces/me",
                                "DELETE /api/v1/faces/me",
                                "GET /api/v1/accesses",
                                "POST /api/v1/accesses",
                                "GET /api/v1/accesses/x",
                                "POST /api/v1/gates/x/openings",
                                "GET /api/v1/gates/command-keys", // open to all, but not to a token that lies
                                "GET /api/v1/replication"));
    }

    private static int attempt(Cell cell) {
        Gym gym = cell.whose() == Whose.OTHERS ? others : own;
        String path = cell.pattern()
                .replace("{gateId}", gym.gate().id())
                .replace("{accessId}", cell.pattern().contains("{accessId}") ? anEntry(cell, gym) : "")
                .replace("{queue}", "access.users")
                .replace("{id}", "none")
                .replace("{replica}", "none");
        if (cell.route().equals("GET /api/v1/accesses") && cell.whose() != Whose.ANY) {
            path += "?branchId=" + gym.branch();
        }
        if (cell.pattern().endsWith("/faces/me") && !cell.method().startsWith("P") && isEnrolling(cell.caller())) {
            status("PUT /api/v1/faces/me", cell.caller(), cell.pattern());
        }
        return status(cell.route(), cell.caller(), path);
    }

    private static boolean isEnrolling(String caller) {
        return caller.equals("CUSTOMER") || caller.equals("HELPER");
    }

    /** An entry of the caller's at this gym, or of somebody else's. */
    private static String anEntry(Cell cell, Gym gym) {
        if (cell.caller().equals("GATE")
                || cell.whose() == Whose.ANY
                || cell.caller().equals("BRANCH_OWNER")) {
            return client.post("/api/v1/gates/%s/openings".formatted(gym.gate().id()), "U-operator", "OPERATOR", "")
                    .text("accessId");
        }
        String user = cell.whose() == Whose.OWN
                ? users.get(Role.valueOf(cell.caller()))
                : site.member(gym).id();
        return client.useCode(user, client.code(gym.gate()).text("code")).text("accessId");
    }

    private static int status(String route, String caller, String path) {
        String method = route.substring(0, route.indexOf(' '));
        String body = body(route);
        if (route.equals("POST /api/v1/faces/me")) {
            return statusOfPhotos(caller, path);
        }
        return switch (caller) {
            case "anonymous" -> client.status(method, path, body, null, null);
            case "GATE" -> client.status(method, path, body, own.gate(), null);
            case "CAMERA" -> client.status(method, path, body, own.camera(), null);
            default -> {
                String bearer = client.tokens().bearer(String.valueOf(users.get(Role.valueOf(caller))), caller);
                SigningDevice camera = route.startsWith("PUT ") ? own.camera() : null;
                yield client.status(method, path, body, camera, bearer);
            }
        };
    }

    private static int statusOfPhotos(String caller, String path) {
        byte[] form = Client.form(true, List.of(FacePhotos.nobody()));
        return switch (caller) {
            case "anonymous" -> client.statusOfForm("POST", path, form, null, null);
            case "GATE" -> client.statusOfForm("POST", path, form, own.gate(), null);
            case "CAMERA" -> client.statusOfForm("POST", path, form, own.camera(), null);
            default ->
                client.statusOfForm(
                        "POST",
                        path,
                        form,
                        null,
                        client.tokens().bearer(String.valueOf(users.get(Role.valueOf(caller))), caller));
        };
    }

    private static String body(String route) {
        return switch (route) {
            case "PUT /api/v1/faces/me" -> Client.template(site.faces().anybody(), ",\"consent\":true");
            case "POST /api/v1/gates/{gateId}/verifications" ->
                Client.template(site.faces().anybody(), "");
            case "POST /api/v1/accesses" ->
                "{\"code\":\"%s\"}".formatted(client.code(own.gate()).text("code"));
            case "POST /api/v1/accesses/{accessId}/outcome" -> "{\"opened\":true}";
            default -> "";
        };
    }
}
