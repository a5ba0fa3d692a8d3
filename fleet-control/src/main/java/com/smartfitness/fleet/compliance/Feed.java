package com.smartfitness.fleet.compliance;

import java.util.List;

/**
 * A queue, what it is bound to, and who takes from it.
 *
 * @param service whose queue it is, by its prefix
 * @param bindings routing keys
 * @param consumers users of the broker that consume from it
 */
public record Feed(String queue, String service, List<String> bindings, List<String> consumers) {

    public Feed {
        bindings = List.copyOf(bindings);
        consumers = List.copyOf(consumers);
    }
}
