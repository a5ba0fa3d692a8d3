package com.smartfitness.access.gate;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How gates are opened.
 *
 * @param command how long an open command is valid, at most
 * @param code how long a QR code is valid
 * @param sweep how often openings are looked for whose outcome nobody has reported in time
 * @param heartbeat how often an idle command stream shows that it is alive
 */
@ConfigurationProperties("gate")
record GateProperties(
        @DefaultValue("5s") Duration command,
        @DefaultValue("30s") Duration code,
        @DefaultValue("1s") Duration sweep,
        @DefaultValue("10s") Duration heartbeat) {}
