package com.smartfitness.gateway.config;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which pages of other origins may call the fleet.
 *
 * @param allowedOrigins each scheme, host and port, {@code https://app.example.com}; none by default
 * @param maxAge how long browsers may remember that they may
 */
@ConfigurationProperties("gateway.cors")
record CorsProperties(
        @DefaultValue List<String> allowedOrigins,
        @DefaultValue("1h") Duration maxAge) {}
