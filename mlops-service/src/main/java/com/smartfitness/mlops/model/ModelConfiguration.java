package com.smartfitness.mlops.model;

import com.smartfitness.mlops.background.BackgroundLoop;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Deploys the first model beside the service's start, which need not wait for the object store. */
@Configuration(proxyBeanMethods = false)
class ModelConfiguration {

    @Bean
    BackgroundLoop firstDeploymentLoop(FirstDeployment deployment) {
        return new BackgroundLoop("first laundry model", () -> {
            deployment.ensure();
            return false;
        });
    }
}
