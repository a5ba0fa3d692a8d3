package com.smartfitness.bench.fleet;

import com.smartfitness.bench.workload.BranchWrites;
import com.smartfitness.bench.workload.SourceProgram;
import com.smartfitness.replication.EventPublisher;
import com.smartfitness.replication.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Owns branches and publishes their changes. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class FleetSource {

    public static void main(String[] arguments) throws Exception {
        var application = SpringApplication.run(FleetSource.class, arguments);
        Outbox outbox = application.getBean(Outbox.class);
        SourceProgram.run(application, () -> outbox.backlog().pending() == 0);
    }

    @Bean
    BranchWrites branchWrites(
            JdbcTemplate jdbc, TransactionTemplate transaction, EventPublisher publisher, DueClock clock) {
        return new BranchWrites(
                jdbc, transaction, (event, version, due) -> clock.at(due, () -> publisher.publish(event)));
    }

    @Bean
    DueClock dueClock() {
        return new DueClock();
    }

    /** Gives events the time they were due, where the time they were published would hide that they were late. */
    static final class DueClock extends Clock {

        private static final ScopedValue<Instant> DUE = ScopedValue.newInstance();

        void at(Instant due, Runnable publication) {
            ScopedValue.where(DUE, due).run(publication);
        }

        @Override
        public Instant instant() {
            return DUE.isBound() ? DUE.get() : Instant.now();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
