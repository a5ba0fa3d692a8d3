package com.smartfitness.testing.authorisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

class AccessMatrixTest {

    private static final String TABLE = """
            route                     | anonymous | CUSTOMER | BRANCH_OWNER
            GET /api/v1/branches      | 401       | 200      | 200
            PUT /api/v1/branches/{id} | 401       | -/403    | 200/403
            """;

    private static final List<String> SERVED = List.of("PUT /api/v1/branches/{id}", "GET /api/v1/branches");

    @Test
    void triesEveryCell() throws Throwable {
        List<String> tried = new ArrayList<>();

        run(SERVED, cell -> {
            tried.add(cell.toString());
            return cell.expected();
        });

        assertThat(tried)
                .containsExactly(
                        "GET /api/v1/branches as anonymous",
                        "GET /api/v1/branches as CUSTOMER",
                        "GET /api/v1/branches as BRANCH_OWNER",
                        "PUT /api/v1/branches/{id} as anonymous",
                        "PUT /api/v1/branches/{id} as CUSTOMER, another's",
                        "PUT /api/v1/branches/{id} as BRANCH_OWNER, own",
                        "PUT /api/v1/branches/{id} as BRANCH_OWNER, another's");
    }

    @Test
    void failsForARouteWithoutARow() {
        List<String> more =
                List.of("PUT /api/v1/branches/{id}", "GET /api/v1/branches", "DELETE /api/v1/branches/{id}");

        assertThatThrownBy(() -> run(more, AccessMatrix.Cell::expected)).hasMessageContaining("DELETE");
    }

    @Test
    void failsForARowWithoutARoute() {
        assertThatThrownBy(() -> run(SERVED.subList(0, 1), AccessMatrix.Cell::expected))
                .hasMessageContaining("GET /api/v1/branches");
    }

    @Test
    void failsForAnotherAnswer() {
        assertThatThrownBy(() -> run(SERVED, cell -> 200)).hasMessageContaining("GET /api/v1/branches as anonymous");
    }

    @Test
    void refusesATableWithAHole() {
        assertThatThrownBy(() -> AccessMatrix.of("route | anonymous | CUSTOMER\nGET / | 401"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void run(List<String> served, AccessMatrix.Attempt attempt) throws Throwable {
        for (DynamicTest test : AccessMatrix.of(TABLE).tests(served, attempt).toList()) {
            test.getExecutable().execute();
        }
    }
}
