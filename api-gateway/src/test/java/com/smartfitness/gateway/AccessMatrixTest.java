package com.smartfitness.gateway;

import com.smartfitness.gateway.route.GatewayProperties;
import com.smartfitness.testing.authorisation.AccessMatrix;
import com.smartfitness.testing.authorisation.AccessMatrix.Cell;
import com.smartfitness.testing.tokens.RefusedTokens;
import com.smartfitness.testing.tokens.TestTokens;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Whom the door lets through. Which role may do what is the service's business, here played by fakes that answer 200. */
class AccessMatrixTest {

    private static final AccessMatrix MATRIX = AccessMatrix.of("""
            route                                         | anonymous | CUSTOMER | HELPER | BRANCH_OWNER | OPERATOR
            ANY /api/v1/owners/**                         | 401       | 200      | 200    | 200          | 200
            ANY /api/v1/helpers/**                        | 401       | 200      | 200    | 200          | 200
            ANY /api/v1/customers/**                      | 401       | 200      | 200    | 200          | 200
            ANY /api/v1/users/**                          | 401       | 200      | 200    | 200          | 200
            ANY /api/v1/tokens/**                         | 401       | 200      | 200    | 200          | 200
            ANY /api/v1/audit-entries/**                  | 401       | 200      | 200    | 200          | 200
            ANY /api/v1/signing-keys/**                   | 401       | 200      | 200    | 200          | 200
            ANY /api/v1/data-keys/**                      | 401       | 200      | 200    | 200          | 200
            ANY /.well-known/jwks.json                    | 200       | 200      | 200    | 200          | 200
            ANY /api/v1/faces/**                          | 401       | 200      | 200    | 200          | 200
            ANY /api/v1/accesses/**                       | 401       | 200      | 200    | 200          | 200
            ANY /api/v1/gates/**                          | 401       | 200      | 200    | 200          | 200
            ANY /api/v1/tasks/**                          | 401       | 200      | 200    | 200          | 200
            ANY /api/v1/balance/**                        | 401       | 200      | 200    | 200          | 200
            ANY /api/v1/ledger-entries/**                 | 401       | 200      | 200    | 200          | 200
            ANY /api/v1/branches/search/**                | 401       | 200      | 200    | 200          | 200
            ANY /api/v1/reviews/**                        | 401       | 200      | 200    | 200          | 200
            ANY /api/v1/preferences/**                    | 401       | 200      | 200    | 200          | 200
            ANY /api/v1/notifications/**                  | 401       | 200      | 200    | 200          | 200
            ANY /api/v1/branches/**                       | 401       | 200      | 200    | 200          | 200
            ANY /api/v1/inbox/**                          | 401       | 200      | 200    | 200          | 200
            ANY /api/v1/equipment/**                      | 401       | 200      | 200    | 200          | 200
            ANY /api/v1/equipment-faults/**               | 401       | 200      | 200    | 200          | 200
            ANY /api/v1/operations/**                     | 401       | 200      | 200    | 200          | 200
            ANY /api/v1/training-samples/**               | 401       | 200      | 200    | 200          | 200
            ANY /api/v1/models/**                         | 401       | 200      | 200    | 200          | 200
            ANY /api/v1/dataset-snapshots/**              | 401       | 200      | 200    | 200          | 200
            ANY /api/v1/training-runs/**                  | 401       | 200      | 200    | 200          | 200
            POST /api/v1/owners                           | 200       | 200      | 200    | 200          | 200
            POST /api/v1/helpers                          | 200       | 200      | 200    | 200          | 200
            POST /api/v1/customers                        | 200       | 200      | 200    | 200          | 200
            POST /api/v1/tokens                           | 200       | 200      | 200    | 200          | 200
            POST /api/v1/tokens/refresh                   | 200       | 200      | 200    | 200          | 200
            POST /api/v1/tokens/revocation                | 200       | 200      | 200    | 200          | 200
            GET /.well-known/jwks.json                    | 200       | 200      | 200    | 200          | 200
            GET /api/v1/branches/{branchId:(?!search$).+} | 200       | 200      | 200    | 200          | 200
            GET /api-docs/**                              | 200       | 200      | 200    | 200          | 200
            GET /swagger-ui/**                            | 200       | 200      | 200    | 200          | 200
            POST /api/v1/equipment/*/reports              | 200       | 200      | 200    | 200          | 200
            POST /api/v1/gates/*/verifications            | 200       | 200      | 200    | 200          | 200
            POST /api/v1/gates/*/codes                    | 200       | 200      | 200    | 200          | 200
            GET /api/v1/gates/*/commands                  | 200       | 200      | 200    | 200          | 200
            GET /api/v1/gates/command-keys                | 200       | 200      | 200    | 200          | 200
            POST /api/v1/accesses/*/outcome               | 200       | 200      | 200    | 200          | 200
            GET /swagger-ui.html                          | 302       | 302      | 302    | 302          | 302
            GET /api/v1/start-page                        | 401       | 403      | 403    | 200          | 403
            """);

    /** A path of each pattern, where it is not the one that {@link #path} makes. */
    private static final Map<String, String> PATHS = Map.of(
            "/.well-known/jwks.json", "/.well-known/jwks.json",
            "/api-docs/**", "/api-docs/auth",
            "/swagger-ui/**", "/swagger-ui/index.html");

    private static final TestTokens tokens = TestTokens.create();

    @TempDir
    private static Path directory;

    private static Fleet fleet;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        fleet = new Fleet();
        gateway = RunningGateway.knowing(tokens, fleet.settings(directory, "gateway.limits.credentials.burst=1000"));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        fleet.close();
    }

    @TestFactory
    Stream<DynamicTest> letsNobodyThroughWhoMayNot() {
        return MATRIX.tests(served(), AccessMatrixTest::attempt);
    }

    @TestFactory
    Stream<DynamicTest> refusesForgedTokensOnEveryRoute() {
        return RefusedTokens.at(URI.create(gateway.url("/")))
                .tests(
                        tokens,
                        "O1",
                        "BRANCH_OWNER",
                        served().stream()
                                .filter(route -> !route.contains("swagger-ui"))
                                .map(route -> route.split(" ", 2))
                                .map(parts -> method(parts[0]) + " " + path(parts[1]))
                                .toList());
    }

    /** The table of routes, what is public of it, and what the gateway answers itself. */
    private static List<String> served() {
        GatewayProperties properties = gateway.bean(GatewayProperties.class);
        Stream<String> table = properties.services().values().stream()
                .flatMap(service -> service.paths().stream())
                .map(pattern -> "ANY " + pattern);
        Stream<String> own = gateway.routes().stream()
                .filter(route -> route.contains(" /api/v1/"))
                .filter(route -> !route.contains(" /api/v1/replication"));
        return Stream.of(table, gateway.publicRoutes().stream(), own)
                .flatMap(routes -> routes)
                .toList();
    }

    private static int attempt(Cell cell) throws Exception {
        HttpRequest.Builder request =
                gateway.request(path(cell.pattern())).method(method(cell.method()), BodyPublishers.noBody());
        if (!cell.isAnonymous()) {
            request.header("Authorization", tokens.bearer("U-" + UUID.randomUUID(), cell.caller()));
        }
        return gateway.send(request.build()).statusCode();
    }

    private static String method(String of) {
        return of.equals("ANY") ? "GET" : of;
    }

    private static String path(String pattern) {
        return PATHS.getOrDefault(
                pattern, pattern.replace("/**", "/x/y").replace("/*/", "/x/").replaceAll("\\{.*}", "B1"));
    }
}
