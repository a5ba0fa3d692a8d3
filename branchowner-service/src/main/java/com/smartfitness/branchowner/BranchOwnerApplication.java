package com.smartfitness.branchowner;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Branches, and what their owners need to know. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class BranchOwnerApplication {

    /** Starts the service; settings come from the environment. */
    public static void main(String... args) {
        SpringApplication.run(BranchOwnerApplication.class, args);
    }
}
