package com.smartfitness.photo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Which photos are taken.
 *
 * @param maxSize of the file
 * @param minSide in pixels
 * @param maxSide in pixels
 * @param maxPixels width times height
 * @param maxDecodedSize what the picture may take in memory
 */
@ConfigurationProperties("photos")
public record PhotoProperties(
        @DefaultValue("5MB") DataSize maxSize,
        @DefaultValue("64") int minSide,
        @DefaultValue("8000") int maxSide,
        @DefaultValue("40000000") long maxPixels,
        @DefaultValue("160MB") DataSize maxDecodedSize) {}
