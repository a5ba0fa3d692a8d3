package com.smartfitness.gateway.start;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What could be gathered in time.
 *
 * @param complete whether every part is there
 * @param parts each under its name, there or not
 */
record StartPage(boolean complete, Map<String, Part> parts) {

    static StartPage of(Map<String, Part> parts) {
        return new StartPage(parts.values().stream().allMatch(Part::available), parts);
    }

    /** One service's answer, or why it is missing. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Part(
            boolean available,

            @Schema(description = "What the service answered, as under its own path.", type = "object") @Nullable JsonNode content,

            @Schema(description = "Why it is missing: problem details (RFC 9457).", type = "object") @Nullable JsonNode problem) {

        static Part of(JsonNode content) {
            return new Part(true, content, null);
        }

        static Part missing(JsonNode problem) {
            return new Part(false, null, problem);
        }
    }
}
