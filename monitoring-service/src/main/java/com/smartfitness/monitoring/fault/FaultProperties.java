package com.smartfitness.monitoring.fault;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When faults end.
 *
 * @param recovery how long equipment must have been well for its faults to be over: what comes and goes within that
 *     time is one fault, and its owner hears of it once
 */
@ConfigurationProperties("monitoring.faults")
public record FaultProperties(@DefaultValue("30s") Duration recovery) {}
