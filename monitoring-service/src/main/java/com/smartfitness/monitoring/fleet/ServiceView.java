package com.smartfitness.monitoring.fleet;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service with its processes and its stores.
 *
 * @param instances newest first
 */
@Schema(name = "FleetService")
public record ServiceView(String service, ServiceState state, List<Instance> instances) {

    /** A process of the service. */
    @Schema(name = "FleetInstance")
    public record Instance(
            String instance,
            boolean silent,
            String version,

            @Schema(description = "When the process began.") Instant since,

            @Schema(description = "When it last told of itself.")
            Instant heardAt,

            @Schema(description = "Bytes of main memory.") long memory,

            List<Store> stores) {}

    /** A store, as this process finds it. */
    @Schema(name = "FleetStore")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Store(
            String name,

            @Schema(description = "Of its program; absent while it is not known.") @Nullable String version,

            boolean up,

            @Schema(description = "Since when it has been so, as far as this service has seen.")
            Instant since,

            @Schema(
                    description =
                            "Bytes of main memory that it has taken for its data: the shared memory of PostgreSQL,"
                                    + " all of Redis, the heap of Elasticsearch. Absent where it tells nobody, or is away.")
            @Nullable Long memory,

            @Schema(description = "Bytes that it keeps. Absent where it tells nobody, or is away.") @Nullable Long size) {}
}
