package com.smartfitness.replication.example.members;

import com.smartfitness.replication.example.StopPoint;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** A service that owns members. */
@SpringBootApplication
@Import(StopPoint.class)
public class MembersApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(MembersApplication.class, arguments);
    }
}
