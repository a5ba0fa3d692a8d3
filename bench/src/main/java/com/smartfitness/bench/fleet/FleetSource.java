package com.smartfitness.bench.fleet;

import static java.util.Objects.requireNonNull;

import com.smartfitness.bench.workload.BranchWrites;
import com.smartfitness.bench.workload.SourceProgram;
import com.smartfitness.bench.workload.Tally;
import com.smartfitness.replication.EventPublisher;
import com.smartfitness.replication.outbox.Outbox;
import com.smartfitness.replication.outbox.PendingEvent;
import com.smartfitness.replication.outbox.RelayObserver;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
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
    Tally tally() {
        return new Tally();
    }

    @Bean
    BranchWrites branchWrites(
            JdbcTemplate jdbc, TransactionTemplate transaction, EventPublisher publisher, DueClock clock) {
        return new BranchWrites(
                jdbc, transaction, (event, version, due) -> clock.at(due, () -> publisher.publish(event)));
    }

    @Bean
    RelayObserver tallyingObserver(Tally tally) {
        return new RelayObserver() {
            @Override
            public void taken(List<PendingEvent> batch) {
                tally.reached("taken", due(batch));
            }

            @Override
            public void confirmed(List<PendingEvent> batch) {
                tally.reached("confirmed", due(batch));
            }

            private static List<Instant> due(List<PendingEvent> batch) {
                return batch.stream()
                        .map(pending -> requireNonNull(pending.event().time()))
                        .toList();
            }
        };
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
