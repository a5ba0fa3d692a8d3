package com.smartfitness.monitoring.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A report as callers read it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportView(
        Health health,
        @Nullable String detail,

        @Schema(description = "By the equipment's clock.") Instant at,

        @Schema(description = "By this service's clock.") Instant heardAt) {}
