package com.smartfitness.gateway;

import static com.smartfitness.gateway.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.testing.tokens.TestTokens;
import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

    private static final TestTokens tokens = TestTokens.create();
    private static final String owner = tokens.bearer("U1", "BRANCH_OWNER");

    @TempDir
    private static Path directory;

    private static Fleet fleet;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        fleet = new Fleet();
        gateway = RunningGateway.knowing(tokens, fleet.settings(directory));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        fleet.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/users/me, auth",
        "/.well-known/jwks.json, auth",
        "/api/v1/branches, branchowner",
        "/api/v1/branches/B1, branchowner",
        "/api/v1/branches/B1/tasks?limit=2&cursor=a%20b, branchowner",
        "/api/v1/branches/search?q=%EC%88%98%EA%B1%B4, search",
        "/api/v1/tasks/T1/photo, helper",
        "/api/v1/balance, helper",
        "/api/v1/training-samples?limit=1, mlops",
        "/api/v1/training-runs/R-1/progress, mlops",
        "/api/v1/dataset-snapshots, mlops",
        "/api/v1/equipment, monitoring",
        "/api/v1/operations/entries?branchId=B1, monitoring",
        "/api/v1/faces/F1, access",
    })
    void sendsEachPathToItsService(String path, String service) throws Exception {
        HttpResponse<String> answer = gateway.get(path, "Authorization", owner);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(service + " " + path);
    }

    @Test
    void leadsToOperationsAndDocumentsByTheServicesName() throws Exception {
        assertThat(gateway.get("/api/v1/services/helper/replication", "Authorization", owner)
                        .body())
                .isEqualTo("helper /api/v1/replication");
        assertThat(gateway.get("/api/v1/services/mlops/replication/queues/q/dead-letters", "Authorization", owner)
                        .body())
                .isEqualTo("mlops /api/v1/replication/queues/q/dead-letters");
        assertThat(gateway.get("/api-docs/auth").body()).isEqualTo("auth /v3/api-docs");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/actuator/health",
                "/api/v1/services/helper/actuator",
                "/api/v1/services/unknown/replication",
                "/api-docs/auth/actuator",
                "/nothing"
            })
    void leadsNowhereElse(String path) throws Exception {
        assertProblem(gateway.get(path, "Authorization", owner), 404, "not-found");
    }

    @Test
    void tellsItsOwnStateOnAnotherPort() throws Exception {
        URI health = URI.create("http://127.0.0.1:" + gateway.managementPort() + "/actuator/health/liveness");

        assertThat(gateway.send(HttpRequest.newBuilder(health).build()).body()).contains("UP");
    }

    @Test
    void showsAllApisOnOnePage() throws Exception {
        assertThat(gateway.get("/swagger-ui/index.html").body()).contains("Swagger UI");
        assertThat(gateway.get("/v3/api-docs/swagger-config").body())
                .contains("/api-docs/auth", "/api-docs/helper", "/api-docs/mlops");
    }

    @Test
    void asksForAToken() throws Exception {
        assertProblem(gateway.get("/api/v1/tasks"), 401, "unauthenticated");
        assertProblem(gateway.get("/nothing"), 401, "unauthenticated");
    }

    @Test
    void rejectsForgedTokensEvenWhereNoneIsNeeded() throws Exception {
        String forged = TestTokens.create().bearer("U1", "OPERATOR");

        assertProblem(gateway.get("/api/v1/tasks", "Authorization", forged), 401, "unauthenticated");
        assertProblem(gateway.get("/.well-known/jwks.json", "Authorization", forged), 401, "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"owners", "helpers", "customers", "tokens"})
    void letsAnybodySignUpAndIn(String resource) throws Exception {
        HttpRequest request = gateway.request("/api/v1/" + resource)
                .POST(BodyPublishers.ofString("{}"))
                .build();

        assertThat(gateway.send(request).body()).isEqualTo("auth /api/v1/" + resource);
        assertProblem(gateway.get("/api/v1/" + resource), 401, "unauthenticated");
    }

    @Test
    void handsTheTokenOnAndNothingElseThatSaysWhoTheClientIs() throws Exception {
        try (FakeService helper = new FakeService("helper");
                RunningGateway own = RunningGateway.knowing(
                        tokens,
                        "replication.file=" + directory.resolve("others"),
                        "gateway.services.helper.url=" + helper.url())) {
            own.get(
                    "/api/v1/tasks",
                    "Authorization",
                    owner,
                    "X-User-Id",
                    "U2",
                    "X-User-Role",
                    "OPERATOR",
                    "X-Forwarded-Host",
                    "evil.example",
                    "X-Forwarded-Prefix",
                    "/evil",
                    "Forwarded",
                    "host=evil.example",
                    "Accept-Language",
                    "ko");

            Headers headers = helper.seen().headers();
            assertThat(headers.get("Authorization")).containsExactly(owner);
            assertThat(headers.get("Accept-Language")).containsExactly("ko");
            assertThat(headers.get("X-Forwarded-Host")).containsExactly("127.0.0.1");
            assertThat(headers.get("X-Forwarded-Port")).containsExactly("" + own.port());
            assertThat(headers.get("X-Forwarded-Proto")).containsExactly("http");
            assertThat(headers.get("X-Forwarded-For")).containsExactly("127.0.0.1");
            assertThat(headers.keySet()).doesNotContain("X-user-id", "X-user-role", "X-forwarded-prefix", "Forwarded");
        }
    }
}
