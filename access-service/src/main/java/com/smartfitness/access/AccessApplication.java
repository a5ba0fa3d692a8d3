package com.smartfitness.access;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class AccessApplication {

    static {
        // Lettuce would start Flight Recorder with its first connection, for events that nobody records.
        System.setProperty("io.lettuce.core.jfr", "false");
    }

    public static void main(String[] arguments) {
        SpringApplication.run(AccessApplication.class, arguments);
    }
}
