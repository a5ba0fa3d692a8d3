package com.smartfitness.mlops;

import com.smartfitness.testing.authorisation.AccessMatrix;
import com.smartfitness.testing.authorisation.AccessMatrix.Cell;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.tokens.RefusedTokens;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Who may do what here, and that nobody gets around it with a token that they have made themselves. */
class AccessMatrixIT {

    private static final AccessMatrix MATRIX = AccessMatrix.of("""
            route                                                            | anonymous | CUSTOMER | HELPER | BRANCH_OWNER | OPERATOR
            GET /api/v1/training-samples                                     | 401       | 403      | 403    | 403          | 200
            GET /api/v1/training-samples/{taskId}                            | 401       | 403      | 403    | 403          | 200
            GET /api/v1/training-samples/{taskId}/photo                      | 401       | 403      | 403    | 403          | 200
            GET /api/v1/models                                               | 401       | 403      | 403    | 403          | 200
            GET /api/v1/models/{modelType}/deployments                       | 401       | 403      | 403    | 403          | 200
            POST /api/v1/models/FACE                                         | 401       | 403      | 403    | 403          | 422
            POST /api/v1/models/{modelType}/deployments                      | 401       | 403      | 403    | 403          | 409
            GET /api/v1/dataset-snapshots                                    | 401       | 403      | 403    | 403          | 200
            GET /api/v1/dataset-snapshots/{snapshotId}                       | 401       | 403      | 403    | 403          | 404
            GET /api/v1/training-runs                                        | 401       | 403      | 403    | 403          | 200
            POST /api/v1/training-runs                                       | 401       | 403      | 403    | 403          | 202
            GET /api/v1/training-runs/{runId}                                | 401       | 403      | 403    | 403          | 404
            GET /api/v1/training-runs/{runId}/progress                       | 401       | 403      | 403    | 403          | 404
            POST /api/v1/training-runs/{runId}/cancellation                  | 401       | 403      | 403    | 403          | 404
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

    private static final String TASK = "T-guarded";

    private static final MlopsSite site = MlopsSite.shared();

    @BeforeAll
    static void keepASample() throws Exception {
        byte[] photo = Tasks.photo(30);
        String url = "s3://helper-photos/guarded.jpg";
        site.buckets().put("helper-photos", "guarded.jpg", photo);
        site.helper().version(1, Tasks.CONFIRMED, TASK, Tasks.confirmed(TASK, url, Sha256.of(photo)));
        Eventually.holds(
                "the sample has its photo",
                () -> site.mlops()
                                .get("/api/v1/training-samples/%s/photo".formatted(TASK))
                                .statusCode()
                        == 200);
    }

    @TestFactory
    Stream<DynamicTest> letsOperatorsInAlone() {
        return MATRIX.tests(site.mlops().routes().toList(), AccessMatrixIT::attempt);
    }

    @TestFactory
    Stream<DynamicTest> refusesForgedTokens() {
        return RefusedTokens.at(site.mlops().uri("/"))
                .tests(
                        RunningMlops.TOKENS,
                        "U1",
                        "OPERATOR",
                        List.of(
                                "GET /api/v1/training-samples",
                                "GET /api/v1/training-samples/%s/photo".formatted(TASK),
                                "GET /api/v1/models",
                                "GET /api/v1/replication"));
    }

    private static int attempt(Cell cell) throws Exception {
        String path = cell.pattern()
                .replace("{taskId}", TASK)
                .replace("{modelType}", "LAUNDRY")
                .replace("{snapshotId}", "none")
                .replace("{runId}", "none")
                .replace("{queue}", "mlops.tasks")
                .replace("{id}", "none")
                .replace("{replica}", "none");
        String json = switch (cell.route()) {
            case "POST /api/v1/models/FACE" -> "no model";
            case "POST /api/v1/models/{modelType}/deployments" -> "{}";
            case "POST /api/v1/training-runs" -> "{\"modelType\":\"FACE\"}";
            default -> "";
        };
        if (path.endsWith("/FACE")) {
            path += "?threshold=0.5&margin=0.05";
        }
        return site.mlops().status(cell.method(), path, cell.isAnonymous() ? null : cell.caller(), json);
    }
}
