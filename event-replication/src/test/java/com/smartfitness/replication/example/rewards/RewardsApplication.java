package com.smartfitness.replication.example.rewards;

import com.smartfitness.replication.example.StopPoint;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** A service that copies members and gives them gifts. */
@SpringBootApplication
@Import(StopPoint.class)
public class RewardsApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(RewardsApplication.class, arguments);
    }
}
