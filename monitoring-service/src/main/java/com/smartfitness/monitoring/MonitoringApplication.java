package com.smartfitness.monitoring;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class MonitoringApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(MonitoringApplication.class, arguments);
    }
}
