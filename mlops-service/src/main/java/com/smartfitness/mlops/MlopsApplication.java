package com.smartfitness.mlops;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Training data, models and their deployment. */
@SpringBootApplication
public class MlopsApplication {

    /** Starts the service; settings come from the environment. */
    public static void main(String... args) {
        SpringApplication.run(MlopsApplication.class, args);
    }
}
