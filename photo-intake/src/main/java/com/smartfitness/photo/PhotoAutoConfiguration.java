package com.smartfitness.photo;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The intake of photos, with the service's own limits. */
@AutoConfiguration
@EnableConfigurationProperties(PhotoProperties.class)
class PhotoAutoConfiguration {

    @Bean
    PhotoIntake photoIntake(PhotoProperties properties) {
        return new PhotoIntake(properties);
    }
}
