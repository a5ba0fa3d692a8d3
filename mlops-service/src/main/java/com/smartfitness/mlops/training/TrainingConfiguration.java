package com.smartfitness.mlops.training;

import com.smartfitness.mlops.background.BackgroundLoop;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Trains beside everything else that the service does. */
@Configuration(proxyBeanMethods = false)
class TrainingConfiguration {

    @Bean
    BackgroundLoop trainingLoop(Trainer trainer, TrainingProperties properties) {
        return new BackgroundLoop("training", () -> {
            if (!trainer.work()) {
                Thread.sleep(properties.look());
            }
            return true;
        });
    }
}
