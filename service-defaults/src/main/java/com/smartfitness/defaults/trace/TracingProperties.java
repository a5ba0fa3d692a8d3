package com.smartfitness.defaults.trace;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How spans are recorded; without an endpoint they are not.
 *
 * @param endpoint where they are sent, OTLP over HTTP with protobuf, e.g. {@code http://localhost:4318/v1/traces}
 * @param ratio of the traces that begin here, which of them are recorded: 1 is all
 */
@ConfigurationProperties("fleet.tracing")
record TracingProperties(String endpoint, @DefaultValue("1") double ratio) {}
