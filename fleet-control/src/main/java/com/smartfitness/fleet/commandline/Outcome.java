package com.smartfitness.fleet.commandline;

import com.smartfitness.fleet.Condition;
import com.smartfitness.fleet.State;

/** What came of an order to start or stop. */
final class Outcome {

    private Outcome() {}

    static int tell(Condition condition) {
        if (condition.ready() || condition.state() == State.STOPPED) {
            System.out.printf("%s is %s%n", condition.name(), condition.ready() ? "ready" : "stopped");
            return 0;
        }
        System.err.printf(
                "fleet: %s is not ready%s%n",
                condition.name(), condition.problem() == null ? "" : ": " + condition.problem());
        return 1;
    }
}
