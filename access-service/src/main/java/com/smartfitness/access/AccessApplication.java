package com.smartfitness.access;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class AccessApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(AccessApplication.class, arguments);
    }
}
