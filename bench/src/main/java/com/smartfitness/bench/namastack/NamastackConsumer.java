package com.smartfitness.bench.namastack;

import com.smartfitness.bench.workload.Completion;
import com.smartfitness.bench.workload.ConsumerProgram;
import com.smartfitness.bench.workload.Tally;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps a copy of the branches. The library has no consumer's side, so this one is made like event-replication's. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class NamastackConsumer {

    public static void main(String[] arguments) throws Exception {
        var application = SpringApplication.run(NamastackConsumer.class, arguments);
        BatchConsumer consumer = application.getBean(BatchConsumer.class);
        consumer.start();
        ConsumerProgram.run(application, () -> new Completion(true, 0));
    }

    @Bean
    Tally tally() {
        return new Tally();
    }

    @Bean
    BatchConsumer batchConsumer(ConnectionFactory connections, JdbcTemplate jdbc, Tally tally) {
        return new BatchConsumer(connections, new KnownBranches(jdbc), tally);
    }
}
