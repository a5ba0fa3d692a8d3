package com.smartfitness.replication.example.elasticsearch.members;

import com.smartfitness.replication.example.MembershipController;
import com.smartfitness.replication.example.StopPoint;
import com.smartfitness.replication.example.elasticsearch.ElasticsearchConnection;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Import;

/** A service that owns members, in Elasticsearch. */
@SpringBootApplication(exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
@Import({ElasticsearchConnection.class, StopPoint.class, MembershipController.class})
public class ElasticsearchMembersApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(ElasticsearchMembersApplication.class, arguments);
    }
}
