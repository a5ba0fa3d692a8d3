package com.smartfitness.gateway.start;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What an owner's start page consists of.
 *
 * @param deadline after which a part that has not come is left out
 * @param largestPart that is taken of a service
 * @param parts by the name under which they are shown
 */
@Validated
@ConfigurationProperties("gateway.start-page")
record StartPageProperties(
        @NotNull Duration deadline,
        @NotNull DataSize largestPart,
        @NotEmpty Map<String, @Valid Source> parts) {

    /**
     * Where a part comes from.
     *
     * @param service a name of {@code gateway.services}
     * @param path with its query
     */
    record Source(@NotEmpty String service, @NotEmpty String path) {}
}
