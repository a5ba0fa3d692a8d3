package com.smartfitness.monitoring.equipment;

import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How silent equipment is asked.
 *
 * @param networks in CIDR notation; those of the branches, and none in which the fleet's own servers are
 * @param timeout how long an answer is waited for
 */
@Validated
@ConfigurationProperties("monitoring.ping")
public record PingProperties(
        @DefaultValue({"10.0.0.0/8", "192.168.0.0/16"}) @NotEmpty List<String> networks,

        @DefaultValue("5s") Duration timeout) {}
