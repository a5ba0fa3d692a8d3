package com.smartfitness.replication.example.redis.members;

import com.smartfitness.replication.example.MembershipController;
import com.smartfitness.replication.example.StopPoint;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Import;

/** A service that owns members, in Redis. */
@SpringBootApplication(exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
@Import({StopPoint.class, MembershipController.class})
public class RedisMembersApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(RedisMembersApplication.class, arguments);
    }
}
