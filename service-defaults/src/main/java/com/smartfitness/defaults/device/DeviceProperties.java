package com.smartfitness.defaults.device;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How devices' requests are verified.
 *
 * @param publicUrl where devices reach the fleet, without a path; part of what they sign
 * @param clockSkew how far a device's clock may be off, in either direction
 * @param largestBody of a signed request, which is read before it is believed
 * @param mostAtOnce signed requests that are worked on; what comes beside them is refused, before it takes any memory
 */
@ConfigurationProperties("fleet.device")
record DeviceProperties(
        @DefaultValue("https://localhost:8080") URI publicUrl,
        @DefaultValue("60s") Duration clockSkew,
        @DefaultValue("128KB") DataSize largestBody,
        @DefaultValue("256") int mostAtOnce) {}
