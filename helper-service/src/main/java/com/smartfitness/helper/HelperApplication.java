package com.smartfitness.helper;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Tasks, judgements, confirmations and rewards. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class HelperApplication {

    /** Starts the service; settings come from the environment. */
    public static void main(String... args) {
        SpringApplication.run(HelperApplication.class, args);
    }
}
