package com.smartfitness.monitoring.fleet;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the fleet is watched.
 *
 * @param silentAfter how long a process may say nothing of itself, which it does every five seconds
 * @param forgottenAfter how long a silent process is shown beside others of its service
 */
@ConfigurationProperties("monitoring.fleet")
record FleetProperties(
        @DefaultValue("15s") Duration silentAfter,
        @DefaultValue("10m") Duration forgottenAfter) {}
