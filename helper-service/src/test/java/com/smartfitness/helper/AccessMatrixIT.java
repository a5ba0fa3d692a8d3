package com.smartfitness.helper;

import com.smartfitness.events.Role;
import com.smartfitness.helper.site.HelperSite;
import com.smartfitness.helper.site.Person;
import com.smartfitness.helper.site.Photos;
import com.smartfitness.testing.authorisation.AccessMatrix;
import com.smartfitness.testing.authorisation.AccessMatrix.Cell;
import com.smartfitness.testing.authorisation.AccessMatrix.Whose;
import com.smartfitness.testing.tokens.RefusedTokens;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Who may do what here, and that nobody gets around it with a token that they have made themselves. */
class AccessMatrixIT {

    private static final AccessMatrix MATRIX = AccessMatrix.of("""
            route                                                            | anonymous | CUSTOMER | HELPER  | BRANCH_OWNER | OPERATOR
            POST /api/v1/tasks                                               | 401       | 403      | 201     | 403          | 403
            GET /api/v1/tasks                                                | 401       | 403      | 200     | 200          | 200
            GET /api/v1/tasks/{taskId}                                       | 401       | 403      | 200/404 | 200/404      | 200
            GET /api/v1/tasks/{taskId}/photo                                 | 401       | 403      | 200/404 | 200/404      | 200
            POST /api/v1/tasks/{taskId}/confirmation                         | 401       | 403      | 403     | 200/403      | 403
            POST /api/v1/tasks/confirmations                                 | 401       | 403      | 403     | 200          | 403
            GET /api/v1/balance                                              | 401       | 403      | 200     | 403          | 403
            GET /api/v1/ledger-entries                                       | 401       | 403      | 200     | 403          | 403
            GET /api/v1/replication                                          | 401       | 403      | 403     | 403          | 200
            POST /api/v1/replication/epoch                                   | 401       | 403      | 403     | 403          | 200
            GET /api/v1/replication/queues/{queue}/dead-letters              | 401       | 403      | 403     | 403          | 200
            POST /api/v1/replication/queues/{queue}/dead-letters/{id}/replay | 401       | 403      | 403     | 403          | 404
            DELETE /api/v1/replication/queues/{queue}/dead-letters/{id}      | 401       | 403      | 403     | 403          | 404
            POST /api/v1/replication/replicas/{replica}/rebuild              | 401       | 403      | 403     | 403          | 404
            GET /api/v1/replication/replicas/{replica}/rebuild               | 401       | 403      | 403     | 403          | 404
            GET /api/v1/replication/replicas/{replica}/rebuild/live          | 401       | 403      | 403     | 403          | 404
            DELETE /api/v1/replication/replicas/{replica}/rebuild            | 401       | 403      | 403     | 403          | 404
            """);

    private static final HelperSite site = HelperSite.shared();

    private static HelperSite.Gym own;
    private static String ownTask;
    private static String anothersTask;

    @BeforeAll
    static void sendPhotos() {
        own = site.gym();
        ownTask = own.helper().judgedTask(Photos.bright());
        anothersTask = site.gym().helper().judgedTask(Photos.bright());
    }

    @TestFactory
    Stream<DynamicTest> letsNobodyDoMoreThanIsTheirs() {
        return MATRIX.tests(site.routes().toList(), AccessMatrixIT::attempt);
    }

    @TestFactory
    Stream<DynamicTest> refusesForgedTokens() {
        return RefusedTokens.at(site.uri())
                .tests(
                        HelperSite.TOKENS,
                        own.helper().id(),
                        Role.HELPER.name(),
                        List.of(
                                "GET /api/v1/tasks",
                                "POST /api/v1/tasks",
                                "GET /api/v1/tasks/" + ownTask + "/photo",
                                "POST /api/v1/tasks/" + ownTask + "/confirmation",
                                "GET /api/v1/balance",
                                "GET /api/v1/replication"));
    }

    private static int attempt(Cell cell) {
        Person caller = caller(cell);
        String task = cell.whose() == Whose.OTHERS ? anothersTask : ownTask;
        String path = cell.pattern()
                .replace("{taskId}", task)
                .replace("{queue}", "helper.users")
                .replace("{id}", "none")
                .replace("{replica}", "none");
        return (switch (cell.route()) {
                    case "POST /api/v1/tasks" -> caller.upload(Photos.bright());
                    case "POST /api/v1/tasks/{taskId}/confirmation" -> caller.confirm(task, "{\"result\":\"양호\"}");
                    case "POST /api/v1/tasks/confirmations" ->
                        caller.confirmAll(
                                "{\"confirmations\":[{\"taskId\":\"%s\",\"result\":\"양호\"}]}".formatted(task));
                    default -> caller.send(cell.method(), path);
                })
                .status();
    }

    private static Person caller(Cell cell) {
        return switch (cell.caller()) {
            case "anonymous" -> site.nobody();
            case "HELPER" -> own.helper();
            case "BRANCH_OWNER" -> own.owner();
            default -> site.stranger(cell.caller());
        };
    }
}
