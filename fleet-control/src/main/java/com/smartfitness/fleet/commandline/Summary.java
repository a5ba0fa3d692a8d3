package com.smartfitness.fleet.commandline;

import com.smartfitness.fleet.Condition;
import com.smartfitness.fleet.FleetHome;
import java.util.List;

/** What runs where, and what to do next. */
final class Summary {

    private Summary() {}

    static void print(FleetHome home, List<Condition> conditions) {
        System.out.println();
        for (Condition condition : conditions) {
            if (condition.kind().equals("service") && condition.ready()) {
                System.out.printf("  %-22s %s%n", condition.name(), address(condition));
            }
        }
        System.out.println("""

                ./fleet status      shows services, stores, memory and replication
                ./fleet logs NAME   shows what one of them prints
                ./fleet down        stops everything; data stay in %s
                """.formatted(home.folder()).stripTrailing());
    }

    private static String address(Condition condition) {
        return "http://127.0.0.1:" + condition.port();
    }
}
