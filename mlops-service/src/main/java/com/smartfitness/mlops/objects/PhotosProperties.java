package com.smartfitness.mlops.objects;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Where helper-service publishes photos.
 *
 * @param endpoint of the S3 API
 * @param accessKey a key that only reads
 * @param bucket the only one whose objects are opened, whatever an event names
 * @param maxSize of a photo that is copied
 */
@Validated
@ConfigurationProperties("photos")
public record PhotosProperties(
        @NotNull URI endpoint,
        @NotBlank String accessKey,
        @NotBlank String secretKey,
        @NotBlank String bucket,
        @NotNull DataSize maxSize) {}
