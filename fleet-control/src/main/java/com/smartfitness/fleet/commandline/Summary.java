package com.smartfitness.fleet.commandline;

import com.smartfitness.fleet.Condition;
import com.smartfitness.fleet.FleetHome;
import com.smartfitness.fleet.FleetPlan;
import java.util.List;

/** What runs where, and what to do next. */
final class Summary {

    private Summary() {}

    static void print(FleetHome home, List<Condition> conditions) {
        System.out.println();
        conditions.stream()
                .filter(condition -> condition.kind().equals("service") && condition.ready())
                .forEach(service -> System.out.printf("  %-22s %s%n", service.name(), address(service)));
        conditions.stream()
                .filter(condition -> condition.name().equals(FleetPlan.GATEWAY) && condition.ready())
                .forEach(gateway -> System.out.println(ways(home, address(gateway))));
        System.out.println("""

                ./fleet status      shows services, stores, memory and replication
                ./fleet logs NAME   shows what one of them prints
                ./fleet down        stops everything; data stay in %s
                """.formatted(home.folder()).stripTrailing());
    }

    static String ways(FleetPlan plan) {
        return ways(plan.home(), plan.service(FleetPlan.GATEWAY).uri().toString());
    }

    private static String ways(FleetHome home, String gateway) {
        return """

                All of it is reached through the gateway, known by the authority in %2$s:

                curl --cacert %2$s %1$s/.well-known/jwks.json
                curl --cacert %2$s %1$s/api/v1/tokens -H 'Content-Type: application/json' \\
                  -d "{\\"email\\": \\"%3$s\\", \\"password\\": \\"$(cat %4$s)\\"}"
                """.formatted(
                gateway, home.authority().resolve("ca.pem"), FleetPlan.OPERATOR, home.secretFile("operator")).stripTrailing();
    }

    private static String address(Condition condition) {
        return (condition.name().equals(FleetPlan.GATEWAY) ? "https://localhost:" : "http://127.0.0.1:")
                + condition.port();
    }
}
