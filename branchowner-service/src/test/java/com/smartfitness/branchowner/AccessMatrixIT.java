package com.smartfitness.branchowner;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.events.Role;
import com.smartfitness.testing.authorisation.AccessMatrix;
import com.smartfitness.testing.authorisation.AccessMatrix.Cell;
import com.smartfitness.testing.authorisation.AccessMatrix.Whose;
import com.smartfitness.testing.tokens.RefusedTokens;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Who may do what. */
class AccessMatrixIT extends Neighbourhood {

    private static final AccessMatrix MATRIX = AccessMatrix.of("""
            route                                             | anonymous | CUSTOMER | HELPER | BRANCH_OWNER | OPERATOR
            GET /api/v1/branches                              | 401       | 403      | 403    | 200          | 200
            POST /api/v1/branches                             | 401       | 403      | 403    | 201          | 403
            GET /api/v1/branches/{branchId}                   | 200       | 200      | 200    | 200          | 200
            PUT /api/v1/branches/{branchId}                   | 401       | 403      | 403    | 200/403      | 403
            POST /api/v1/branches/{branchId}/closure          | 401       | 403      | 403    | 200/403      | 403
            GET /api/v1/branches/{branchId}/tasks             | 401       | 403      | 403    | 200/403      | 200
            GET /api/v1/branches/{branchId}/reviews           | 401       | 403      | 403    | 200/403      | 200
            GET /api/v1/inbox/entries                         | 401       | 403      | 403    | 200          | 403
            POST /api/v1/inbox/entries/{entryId}/read         | 401       | 403      | 403    | 204/404      | 403
            GET /api/v1/inbox/unread                          | 401       | 403      | 403    | 200          | 403
            POST /api/v1/inbox/read                           | 401       | 403      | 403    | 200          | 403
            GET /api/v1/inbox/stream                          | 401       | 403      | 403    | 200          | 403
            """);

    private static User own;
    private static User another;
    private static Answer ownBranch;
    private static Answer anothersBranch;

    @BeforeAll
    static void open() {
        own = signedUp(User.anOwner());
        another = signedUp(User.anOwner());
        ownBranch = register(own);
        anothersBranch = register(another);
        tell(ownBranch);
        tell(anothersBranch);
    }

    @TestFactory
    Stream<DynamicTest> letsNobodyDoMoreThanIsHis() {
        return MATRIX.tests(served().filter(route -> !isForOperators(route)).toList(), AccessMatrixIT::attempt);
    }

    /** Routes that event-replication serves in every service, whichever they are. */
    @TestFactory
    Stream<DynamicTest> keepsReplicationToOperators() {
        return served().filter(AccessMatrixIT::isForOperators)
                .map(route -> DynamicTest.dynamicTest(route, () -> {
                    String[] parts = route.replaceAll("\\{[^}]+}", "x").split(" ");
                    assertThat(service.status(parts[0], parts[1], "{}", "", null))
                            .isEqualTo(401);
                    for (Role role : List.of(Role.CUSTOMER, Role.HELPER, Role.BRANCH_OWNER)) {
                        assertThat(service.status(parts[0], parts[1], "{}", "", User.any(role)))
                                .isEqualTo(403);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> refusesForgedTokens() {
        return RefusedTokens.at(service.uri("/"))
                .tests(
                        RunningBranchOwner.TOKENS,
                        own.id(),
                        Role.BRANCH_OWNER.name(),
                        List.of(
                                "GET /api/v1/branches",
                                "GET " + path(ownBranch), // open to all, but not to a token that lies
                                "POST /api/v1/branches",
                                "GET " + path(ownBranch) + "/tasks",
                                "GET " + path(ownBranch) + "/reviews",
                                "GET /api/v1/inbox/entries",
                                "GET /api/v1/replication"));
    }

    private static Stream<String> served() {
        return service.routes().stream().filter(route -> route.contains(" /api/"));
    }

    private static boolean isForOperators(String route) {
        return route.contains(" /api/v1/replication");
    }

    private static int attempt(Cell cell) {
        boolean others = cell.whose() == Whose.OTHERS;
        Answer branch =
                cell.pattern().endsWith("/closure") && !others ? register(own) : others ? anothersBranch : ownBranch;
        String path = cell.pattern()
                .replace("{branchId}", branch.text("branchId"))
                .replace("{entryId}", Long.toString(entryOf(branch)));
        String body = cell.pattern().equals("/api/v1/inbox/read") ? "{\"upTo\": 1}" : aBranch("Mapo");
        return service.status(cell.method(), path, body, ownBranch.eTag(), caller(cell));
    }

    private static @Nullable User caller(Cell cell) {
        if (cell.isAnonymous()) {
            return null;
        }
        Role role = Role.valueOf(cell.caller());
        return role == Role.BRANCH_OWNER ? own : User.any(role);
    }

    private static void tell(Answer branch) {
        service.database()
                .sql(
                        "insert into known_review (review_id, branch_id, rating, text, created_at) values (?, ?, 5, '', now())")
                .params(branch.text("branchId"), branch.text("branchId"))
                .update();
    }

    private static long entryOf(Answer branch) {
        return service.database()
                .sql("select coalesce(max(entry_id), 0) from inbox_entry where branch_id = ?")
                .param(branch.text("branchId"))
                .query(Long.class)
                .single();
    }
}
