package com.smartfitness.replication.example.elasticsearch.rewards;

import com.smartfitness.replication.example.MemberReplica;
import com.smartfitness.replication.example.StopPoint;
import com.smartfitness.replication.example.elasticsearch.ElasticsearchConnection;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Import;

/** A service that copies members and gives them gifts, in Elasticsearch. */
@SpringBootApplication(exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
@Import({ElasticsearchConnection.class, StopPoint.class, MemberReplica.class})
public class ElasticsearchRewardsApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(ElasticsearchRewardsApplication.class, arguments);
    }
}
