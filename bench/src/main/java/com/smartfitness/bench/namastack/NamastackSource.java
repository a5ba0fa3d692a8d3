package com.smartfitness.bench.namastack;

import com.smartfitness.bench.workload.BranchWrites;
import com.smartfitness.bench.workload.SourceProgram;
import com.smartfitness.bench.workload.Tally;
import io.namastack.outbox.Outbox;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Owns branches and publishes their changes through Namastack Outbox. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class NamastackSource {

    public static void main(String[] arguments) throws Exception {
        SourceProgram.run(SpringApplication.run(NamastackSource.class, arguments), () -> true);
    }

    @Bean
    Tally tally() {
        return new Tally();
    }

    @Bean
    BranchWrites branchWrites(JdbcTemplate jdbc, TransactionTemplate transaction, Outbox outbox) {
        return new BranchWrites(
                jdbc,
                transaction,
                (event, version, due) -> outbox.schedule(new BranchChange(event, version, due), event.branchId()));
    }

    @Bean
    ConfirmedSender confirmedSender(RabbitTemplate rabbit) {
        return new ConfirmedSender(rabbit);
    }
}
