package com.smartfitness.monitoring.fleet;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.smartfitness.replication.operations.ReplicationState;
import com.smartfitness.replication.report.InstanceReport.Lag;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Replication over the whole fleet. */
@Schema(name = "FleetReplication")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReplicationView(
        @Schema(description = "The longest of any queue in the last minutes; absent where nothing was received.")
        @Nullable Long worstLagMillis,

        @Schema(description = "When the event was published that has waited longest for being sent; absent if none.")
        @Nullable Instant oldestUnsent,

        @Schema(description = "Events that wait to be sent.")
        long unsent,

        @Schema(description = "Messages given up, in all queues.")
        long deadLetters,

        @Schema(
                description =
                        "Rows of copies that were found not to be what their source says, since the processes began.")
        long drifted,

        @Schema(description = "Copies that are not complete.")
        List<String> incomplete,

        List<Instance> instances) {

    /** What one process tells of it. */
    @Schema(name = "FleetReplicationInstance")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Instance(
            String service,
            String instance,
            Instant heardAt,
            List<Lag> lags,
            @Nullable ReplicationState state) {}
}
