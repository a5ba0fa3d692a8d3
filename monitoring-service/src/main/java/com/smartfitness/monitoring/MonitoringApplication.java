package com.smartfitness.monitoring;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Equipment and its faults. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class MonitoringApplication {

    /** Starts the service; settings come from the environment. */
    public static void main(String... arguments) {
        SpringApplication.run(MonitoringApplication.class, arguments);
    }
}
