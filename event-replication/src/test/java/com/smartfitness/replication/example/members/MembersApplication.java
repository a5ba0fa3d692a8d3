package com.smartfitness.replication.example.members;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A service that owns members. */
@SpringBootApplication
public class MembersApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(MembersApplication.class, arguments);
    }
}
