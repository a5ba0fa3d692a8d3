package com.smartfitness.helper.photo;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * This service's own object store.
 *
 * @param endpoint e.g. {@code http://127.0.0.1:9000}
 * @param accessKey may read and write
 * @param bucket must exist
 */
@Validated
@ConfigurationProperties("objects")
record ObjectsProperties(
        @NotBlank String endpoint,
        @NotBlank String accessKey,
        @NotBlank String secretKey,
        @DefaultValue("helper-photos") String bucket) {}
