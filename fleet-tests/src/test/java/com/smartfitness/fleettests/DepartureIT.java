package com.smartfitness.fleettests;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.fleet.demo.Account;
import com.smartfitness.fleet.demo.GatewayClient;
import com.smartfitness.fleet.demo.Journey;
import com.smartfitness.testing.stores.Eventually;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is left of a user who goes, or is sent away. */
class DepartureIT {

    private static final System.Logger log = System.getLogger("departure");

    private final GatewayClient gateway = RunningFleet.gateway();
    private final Journey journey = new Journey(gateway);

    /** Within seconds; how many milliseconds it took each is in the output of this test. */
    @Test
    void aDeactivatedCustomerIsRefusedByEveryServiceAndTheGateway() throws Exception {
        String operator = journey.signIn(RunningFleet.operator());
        String customer = journey.becomeCustomer(Scene.anyAccount());
        String id = idOf(customer);
        Map<String, Callable<Integer>> doors = Doors.shown(customer);
        doors.forEach((name, door) -> Eventually.holds(name + " takes the token", () -> door.call() == Doors.LET_IN));

        assertThat(gateway.put("/api/v1/users/%s/status".formatted(id), Map.of("status", "DEACTIVATED"), operator)
                        .status())
                .isEqualTo(200);

        long done = System.nanoTime();
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<String, Future<Long>> refusals = new TreeMap<>();
            doors.forEach((name, door) -> refusals.put(name, together.submit(() -> {
                Eventually.holds(name + " refuses the token", () -> door.call() == Doors.REFUSED);
                return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - done);
            })));
            for (Map.Entry<String, Future<Long>> refusal : refusals.entrySet()) {
                log.log(
                        Level.INFO,
                        "{0} after {1} ms",
                        refusal.getKey(),
                        refusal.getValue().get());
            }
        }
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

    private static int rows(String table, String userId) throws Exception {
        String[] parts = table.split(" ");
        try (Connection connection = RunningFleet.database(parts[0]);
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
