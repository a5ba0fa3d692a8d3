package com.smartfitness.defaults.live;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** Live streams for a service that has an inbox. */
@AutoConfiguration
@ConditionalOnBean(LiveInbox.class)
@EnableConfigurationProperties(LiveProperties.class)
class LiveAutoConfiguration {

    @Bean
    LiveStreams liveStreams(LiveProperties properties) {
        return new LiveStreams(properties);
    }

    @Bean
    LiveTelling liveTelling(
            LiveInbox inbox, LiveStreams streams, LiveProperties properties, Clock clock, JsonMapper json) {
        return new LiveTelling(inbox, streams, properties, clock, json);
    }
}
