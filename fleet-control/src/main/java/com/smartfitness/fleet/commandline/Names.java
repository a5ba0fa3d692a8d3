package com.smartfitness.fleet.commandline;

import com.smartfitness.stack.StackException;
import java.util.Iterator;
import java.util.List;

/** What the services and stores are called. */
final class Names implements Iterable<String> {

    static final String DESCRIPTION = "One of ${COMPLETION-CANDIDATES}.";

    @Override
    public Iterator<String> iterator() {
        return all().iterator();
    }

    static void require(String name) {
        if (!all().contains(name)) {
            throw new StackException(
                    "There is no '%s' in the fleet, only %s".formatted(name, String.join(", ", all())));
        }
    }

    private static List<String> all() {
        return Place.plan(0).names();
    }
}
