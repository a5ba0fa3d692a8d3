package com.smartfitness.replication.example.rewards;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A service that copies members and gives them gifts. */
@SpringBootApplication
public class RewardsApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(RewardsApplication.class, arguments);
    }
}
