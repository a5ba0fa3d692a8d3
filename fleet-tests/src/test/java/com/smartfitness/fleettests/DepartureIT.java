package com.smartfitness.fleettests;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.fleet.Service;
import com.smartfitness.fleet.demo.Account;
import com.smartfitness.fleet.demo.GatewayClient;
import com.smartfitness.fleet.demo.Journey;
import com.smartfitness.testing.stores.Eventually;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is left of a user who goes, or is sent away. */
class DepartureIT {

    private static final HttpClient http = HttpClient.newHttpClient();

    private final GatewayClient gateway = RunningFleet.gateway();
    private final Journey journey = new Journey(gateway);

    @Test
    void aDeactivatedCustomerIsRefusedByEveryServiceAndTheGateway() throws Exception {
        String operator = journey.signIn(RunningFleet.operator());
        String customer = journey.becomeCustomer(Scene.anyAccount());
        String id = idOf(customer);
        for (Service service : services()) {
            Eventually.holds(service.name() + " takes the token", () -> statusAt(service, customer) == 404);
        }

        assertThat(gateway.put("/api/v1/users/%s/status".formatted(id), Map.of("status", "DEACTIVATED"), operator)
                        .status())
                .isEqualTo(200);

        for (Service service : services()) {
            Eventually.holds(service.name() + " refuses the token", () -> statusAt(service, customer) == 401);
        }
        Eventually.holds(
                "the gateway refuses the token",
                () -> gateway.get("/nothing", customer).status() == 401);
    }

    @Test
    void anErasedHelperIsForgottenByEveryReplica() throws Exception {
        Scene scene = Scene.create();
        Account account = Scene.anyAccount();
        String helper = journey.becomeHelper(account, scene.branchId());
        String id = idOf(helper);
        List<String> replicas =
                List.of("helper-service known_user", "branchowner-service known_user", "mlops-service known_helper");
        for (String replica : replicas) {
            Eventually.holds(replica + " knows the helper", () -> rows(replica, id) == 1);
        }

        assertThat(gateway.post("/api/v1/users/me/erasure", Map.of("password", account.password()), helper)
                        .status())
                .isEqualTo(204);

        for (String replica : replicas) {
            Eventually.holds(replica + " forgets the helper", () -> rows(replica, id) == 0);
        }
        assertThat(rows("auth-service account", id)).isZero();
        assertThat(rows("auth-service keyring.data_key", id)).isZero();
    }

    private String idOf(String token) {
        return gateway.get("/api/v1/users/me", token).text("userId");
    }

    private static List<Service> services() {
        return RunningFleet.fleet().plan().services().stream()
                .filter(service -> service.name().endsWith("-service"))
                .toList();
    }

    /** A path that no service has: the token alone decides between 404 and 401. */
    private static int statusAt(Service service, String token) throws Exception {
        URI nothing = service.uri().resolve("/nothing");
        HttpRequest request = HttpRequest.newBuilder(nothing)
                .header("Authorization", "Bearer " + token)
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static int rows(String table, String userId) throws Exception {
        String[] parts = table.split(" ");
        Map<String, String> told = RunningFleet.environment(parts[0]);
        try (Connection connection = DriverManager.getConnection(
                        told.get("SPRING_DATASOURCE_URL"),
                        told.get("SPRING_DATASOURCE_USERNAME"),
                        told.get("SPRING_DATASOURCE_PASSWORD"));
                PreparedStatement count =
                        connection.prepareStatement("select count(*) from %s where user_id = ?".formatted(parts[1]))) {
            count.setString(1, userId);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
