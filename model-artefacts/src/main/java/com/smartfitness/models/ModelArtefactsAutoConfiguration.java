package com.smartfitness.models;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The artefacts of mlops-service, with the service's own key to them. */
@AutoConfiguration
@EnableConfigurationProperties(ModelsProperties.class)
class ModelArtefactsAutoConfiguration {

    @Bean
    ModelArtefacts modelArtefacts(ModelsProperties properties) {
        return new ModelArtefacts(properties);
    }
}
