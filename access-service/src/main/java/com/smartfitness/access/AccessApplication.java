package com.smartfitness.access;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class AccessApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(AccessApplication.class, arguments);
    }
}
