package com.smartfitness.monitoring.watch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When equipment is missed.
 *
 * @param interval how often silence is looked for
 * @param silence how long equipment may be silent before it is asked: three missed reports
 * @param gap how long this service may have been away, or its store, before silence is counted anew: what was said
 *     meanwhile has not been heard
 * @param pings how many pieces are asked at a time by one instance
 */
@ConfigurationProperties("monitoring.watch")
public record WatchProperties(
        @DefaultValue("1s") Duration interval,
        @DefaultValue("30s") Duration silence,
        @DefaultValue("5s") Duration gap,
        @DefaultValue("1000") int pings) {}
