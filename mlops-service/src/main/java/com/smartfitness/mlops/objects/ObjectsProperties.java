package com.smartfitness.mlops.objects;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * This service's own object store.
 *
 * @param endpoint of its S3 API
 * @param accessKey a key that reads and writes
 * @param modelsBucket for models, which others may read
 * @param samplesBucket for the copies of photos
 */
@Validated
@ConfigurationProperties("objects")
record ObjectsProperties(
        @NotNull URI endpoint,
        @NotBlank String accessKey,
        @NotBlank String secretKey,
        @NotBlank String modelsBucket,
        @NotBlank String samplesBucket) {}
