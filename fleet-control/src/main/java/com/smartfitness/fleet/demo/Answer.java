package com.smartfitness.fleet.demo;

import com.smartfitness.stack.StackException;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What a request has led to.
 *
 * @param request method and path, for messages
 * @param body JSON; a missing node where there is none
 */
public record Answer(String request, int status, JsonNode body) {

    private static final Set<String> PASSING = Set.of(
            "not-replicated-yet",
            "keys-unavailable",
            "unknown-branch",
            "service-unavailable",
            "store-unavailable",
            "overloaded",
            "too-many-requests");

    /** Whether this is what was wanted. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Whether the request may succeed in a moment, when events have arrived, or others have asked less. */
    public boolean isPassing() {
        return PASSING.contains(problem());
    }

    /** The last part of the problem's type, e.g. {@code not-found}; empty where there is no problem. */
    public String problem() {
        return body.path("type").asString("").replace("urn:fleet:problem:", "");
    }

    /** A member of the body, as text. */
    public String text(String member) {
        return body.path(member).asString("");
    }

    /**
     * This answer, if it is what was wanted.
     *
     * @throws StackException with what the fleet said, otherwise
     */
    public Answer orFail() {
        if (!isSuccess()) {
            throw new StackException("%s was answered with %d %s".formatted(request, status, body));
        }
        return this;
    }
}
