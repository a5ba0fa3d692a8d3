package com.smartfitness.replication.example.redis.rewards;

import com.smartfitness.replication.example.MemberReplica;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Import;

/** A service that copies members and gives them gifts, in Redis. */
@SpringBootApplication(exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
@Import(MemberReplica.class)
public class RedisRewardsApplication {}
