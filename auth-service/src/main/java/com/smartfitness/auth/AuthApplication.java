package com.smartfitness.auth;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Accounts, sign-in and access tokens. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class AuthApplication {

    /** Starts the service; settings come from the environment. */
    public static void main(String... args) {
        SpringApplication.run(AuthApplication.class, args);
    }
}
