package com.smartfitness.auth.account;

import com.smartfitness.auth.Person;
import com.smartfitness.auth.RunningAuth;
import com.smartfitness.auth.Site;
import com.smartfitness.auth.replica.BranchId;
import com.smartfitness.events.Role;
import com.smartfitness.testing.authorisation.AccessMatrix;
import com.smartfitness.testing.authorisation.AccessMatrix.Cell;
import com.smartfitness.testing.authorisation.AccessMatrix.Whose;
import com.smartfitness.testing.authorisation.Routes;
import com.smartfitness.testing.tokens.RefusedTokens;
import com.smartfitness.testing.tokens.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Who may do what here, and that nobody gets around it with a token that they have made themselves. */
class AccessIT {

    private static final AccessMatrix MATRIX = AccessMatrix.of("""
            route                                                          | anonymous | CUSTOMER | HELPER | BRANCH_OWNER | OPERATOR
            POST /api/v1/customers                                         | 422       | 422      | 422    | 422          | 422
            POST /api/v1/helpers                                           | 422       | 422      | 422    | 422          | 422
            POST /api/v1/owners                                            | 201       | 201      | 201    | 201          | 201
            POST /api/v1/tokens                                            | 401       | 401      | 401    | 401          | 401
            POST /api/v1/tokens/refresh                                    | 401       | 401      | 401    | 401          | 401
            POST /api/v1/tokens/revocation                                 | 204       | 204      | 204    | 204          | 204
            GET /api/v1/users/me                                           | 401       | 200      | 200    | 200          | 200
            PUT /api/v1/users/me                                           | 401       | 200      | 200    | 200          | 200
            PUT /api/v1/users/me/password                                  | 401       | 200      | 200    | 200          | 200
            POST /api/v1/users/me/erasure                                  | 401       | 204      | 204    | 204          | 409
            GET /api/v1/users/{userId}                                     | 401       | 403/403  | 403/403| 403/403      | 200/200
            PUT /api/v1/users/{userId}/status                              | 401       | 403/403  | 403/403| 403/403      | 409/200
            GET /api/v1/audit-entries                                      | 401       | 403      | 403    | 403          | 200
            POST /api/v1/signing-keys                                      | 401       | 403      | 403    | 403          | 201
            GET /api/v1/data-keys                                          | 401       | 403      | 403    | 403          | 200
            POST /api/v1/data-keys                                         | 401       | 403      | 403    | 403          | 202
            GET /.well-known/jwks.json                                     | 200       | 200      | 200    | 200          | 200
            GET /api/v1/replication                                        | 401       | 403      | 403    | 403          | 200
            POST /api/v1/replication/epoch                                 | 401       | 403      | 403    | 403          | 200
            GET /api/v1/replication/queues/{queue}/dead-letters            | 401       | 403      | 403    | 403          | 200
            POST /api/v1/replication/queues/{queue}/dead-letters/{id}/replay | 401     | 403      | 403    | 403          | 404
            DELETE /api/v1/replication/queues/{queue}/dead-letters/{id}    | 401       | 403      | 403    | 403          | 404
            POST /api/v1/replication/replicas/{replica}/rebuild            | 401       | 403      | 403    | 403          | 404
            GET /api/v1/replication/replicas/{replica}/rebuild             | 401       | 403      | 403    | 403          | 404
            GET /api/v1/replication/replicas/{replica}/rebuild/live        | 401       | 403      | 403    | 403          | 404
            DELETE /api/v1/replication/replicas/{replica}/rebuild          | 401       | 403      | 403    | 403          | 404
            """);

    private static final Map<String, String> BODIES = Map.of(
            "POST /api/v1/customers", """
                    {"email":"%1$s","password":"correct horse battery","name":"a","alias":"b",
                     "card":{"number":"4000000000000002","expiry":"2099-12","cvv":"123"}}""",
            "POST /api/v1/helpers", """
                    {"email":"%1$s","password":"correct horse battery","name":"a","alias":"b","branchId":"B-nowhere"}""",
            "POST /api/v1/owners", """
                    {"email":"%1$s","password":"correct horse battery","name":"a","alias":"b"}""",
            "POST /api/v1/tokens", """
                    {"email":"%1$s","password":"not the password"}""",
            "POST /api/v1/tokens/refresh", """
                    {"refreshToken":"x"}""",
            "POST /api/v1/tokens/revocation", """
                    {"refreshToken":"x"}""",
            "PUT /api/v1/users/me", """
                    {"name":"a","alias":"b"}""",
            "PUT /api/v1/users/me/password", """
                    {"currentPassword":"%2$s","newPassword":"another horse battery"}""",
            "POST /api/v1/users/me/erasure", """
                    {"password":"%2$s"}""",
            "PUT /api/v1/users/{userId}/status", """
                    {"status":"DEACTIVATED"}""");

    private static final RunningAuth auth = Site.shared();
    private static final TestTokens tokens = TestTokens.create();

    @BeforeAll
    static void trust() {
        auth.trust(tokens).knowBranch("B-open", "OPEN");
    }

    @TestFactory
    Stream<DynamicTest> answersEachCallerAsTheTableSays() {
        return MATRIX.tests(
                Routes.of(auth.context()).stream()
                        .filter(route -> !route.contains("/actuator") && !route.contains("/v3/api-docs"))
                        .toList(),
                AccessIT::attempt);
    }

    @TestFactory
    Stream<DynamicTest> refusesForgedTokens() {
        return RefusedTokens.at(auth.uri())
                .tests(
                        tokens,
                        "nobody",
                        "OPERATOR",
                        List.of(
                                "GET /api/v1/users/me",
                                "GET /api/v1/users/U-1",
                                "GET /api/v1/audit-entries",
                                "GET /api/v1/data-keys",
                                "POST /api/v1/tokens",
                                "GET /.well-known/jwks.json",
                                "GET /api/v1/replication"));
    }

    private static int attempt(Cell cell) {
        Person person = Person.any();
        String callerId = cell.isAnonymous() ? "nobody" : account(Role.valueOf(cell.caller()), person);
        String path = cell.pattern()
                .replace("{userId}", cell.whose() == Whose.OWN ? callerId : account(Role.CUSTOMER, Person.any()))
                .replace("{queue}", "auth.branches")
                .replace("{id}", "none")
                .replace("{replica}", "none");
        String body = BODIES.get(cell.route());
        String token = cell.isAnonymous() ? null : tokens.token(callerId, cell.caller(), claims -> claims);
        return auth.send(
                        cell.method(),
                        path,
                        body == null ? null : body.formatted(Person.any().email(), person.password()),
                        token)
                .status();
    }

    private static String account(Role role, Person person) {
        SignUp wish = new SignUp(
                role,
                EmailAddress.parse(person.email()).orElseThrow(),
                person.name(),
                person.phone(),
                person.alias(),
                role == Role.HELPER ? new BranchId("B-open") : null,
                null);
        return auth.bean(Accounts.class)
                .signUp(wish, person.password(), null)
                .id()
                .value();
    }
}
