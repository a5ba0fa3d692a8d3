package com.smartfitness.bench.fleet;

import static java.util.Objects.requireNonNull;

import com.smartfitness.bench.workload.ConsumerProgram;
import com.smartfitness.bench.workload.Tally;
import com.smartfitness.events.BranchUpdatedEvent;
import com.smartfitness.replication.Replica;
import com.smartfitness.replication.broker.CloudEvent;
import com.smartfitness.replication.consumer.ConsumerObserver;
import com.smartfitness.replication.operations.ReplicationHealthIndicator;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Keeps a replica of the branches. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class FleetConsumer {

    public static void main(String[] arguments) throws Exception {
        var application = SpringApplication.run(FleetConsumer.class, arguments);
        CompletionWatch watch = application.getBean(CompletionWatch.class);
        ConsumerProgram.run(application, watch::completion);
    }

    @Bean
    BranchReplica branchReplica() {
        return new BranchReplica();
    }

    @Bean
    CompletionWatch completionWatch(ReplicationHealthIndicator health) {
        return new CompletionWatch(health);
    }

    @Bean
    Tally tally() {
        return new Tally();
    }

    @Bean
    ConsumerObserver tallyingObserver(Tally tally) {
        return new ConsumerObserver() {
            @Override
            public void taken(String queue, List<CloudEvent> events) {
                tally.reached("received", due(events));
            }

            @Override
            public void applied(String queue, List<CloudEvent> events, int fresh) {
                tally.applied(due(events));
            }

            private static List<Instant> due(List<CloudEvent> events) {
                return events.stream()
                        .filter(event -> event.version() != null)
                        .map(event -> requireNonNull(event.time()))
                        .toList();
            }
        };
    }

    /** The columns that the peer's consumer keeps as well. */
    @Replica(queue = "branches", table = "known_branch")
    static final class BranchReplica {

        record KnownBranch(
                String branchId, String ownerId, String name, String address, String introduction, String status) {}

        KnownBranch on(BranchUpdatedEvent branch) {
            return new KnownBranch(
                    branch.branchId(),
                    branch.ownerId(),
                    branch.name(),
                    branch.address(),
                    requireNonNull(branch.introduction()),
                    branch.status().name());
        }
    }
}
