package com.smartfitness.monitoring.report;

import com.smartfitness.defaults.web.OneLine;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What equipment says of itself. */
record ReportRequest(
        @NotNull Health health,

        @Schema(description = "What is wrong, in one line, for people.", example = "모터 과열")
        @Size(max = 200) @OneLine
        @Nullable String detail,

        @Schema(description = "When that was so, by the equipment's clock.") @NotNull Instant at) {}
