package com.smartfitness.fleet;

import java.util.Map;
import java.util.Set;

/** A server that keeps data, or messages on their way. */
public interface Store extends Component {

    /** The environment that lets a service in, as the user it is there; Spring's own names. */
    Map<String, String> environmentFor(String service);

    @Override
    default Set<String> needs() {
        return Set.of();
    }

    @Override
    default boolean isReady() {
        return server().serves();
    }
}
