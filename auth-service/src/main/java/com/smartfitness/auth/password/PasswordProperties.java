package com.smartfitness.auth.password;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How passwords are hashed. The defaults are those of OWASP's Password Storage Cheat Sheet for Argon2id; hashes name the
 * settings that they were made with, so these can change at any time.
 *
 * @param memory kibibytes a hash
 * @param iterations passes over the memory
 * @param parallelism lanes of one hash
 * @param atOnce hashes that are computed at the same time at most; 0 is half of the processors, at least one
 * @param patience how long a request waits for its turn before it is told to come back
 */
@ConfigurationProperties("auth.password")
@Validated
record PasswordProperties(
        @DefaultValue("19456") @Min(8) @Max(1_048_576) int memory,
        @DefaultValue("2") @Min(1) @Max(100) int iterations,
        @DefaultValue("1") @Min(1) @Max(16) int parallelism,
        @DefaultValue("0") @Min(0) int atOnce,
        @DefaultValue("3s") @NotNull Duration patience) {

    int permits() {
        return atOnce > 0 ? atOnce : Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }
}
