package com.smartfitness.replication.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.replication.Reaction;
import com.smartfitness.replication.Replica;
import com.smartfitness.replication.ReplicaRows;
import com.smartfitness.replication.example.MemberEvent.MemberJoinedEvent;
import com.smartfitness.replication.file.FileReplicaStore;
import com.smartfitness.replication.outbox.Outbox;
import com.smartfitness.replication.replica.ReplicaStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class WithoutStoreTest {

    @Replica(queue = "members", table = "member_name")
    static final class MemberNames {

        record MemberName(String memberId, String name) {}

        MemberName on(MemberJoinedEvent member) {
            return new MemberName(member.memberId(), member.name());
        }
    }

    @Reaction(queue = "gifts")
    static final class Gifts {
        void on(MemberJoinedEvent member) {}
    }

    @TempDir
    private Path directory;

    /** As a process without the optional dependencies; nothing listens where its broker should be. */
    private final ApplicationContextRunner process = new ApplicationContextRunner()
            .withClassLoader(new FilteredClassLoader(
                    "org.springframework.jdbc",
                    "org.springframework.boot.jdbc",
                    "org.springframework.boot.sql",
                    "org.springframework.boot.flyway",
                    "org.springframework.data.redis",
                    "org.flywaydb",
                    "org.postgresql"))
            .withConfiguration(AutoConfigurations.of(RabbitAutoConfiguration.class, ReplicationAutoConfiguration.class))
            .withBean(SimpleMeterRegistry.class)
            .withPropertyValues("replication.service=visitors", "spring.rabbitmq.port=1");

    @Test
    void keepsReplicasInAFile() {
        process.withBean(MemberNames.class)
                .withPropertyValues("replication.file=" + directory.resolve("replicas"))
                .run(context -> {
                    assertThat(context).hasSingleBean(FileReplicaStore.class).doesNotHaveBean(Outbox.class);
                    assertThat(context.getBean(ReplicaRows.class).rows("member_name", MemberNames.MemberName.class))
                            .isEmpty();
                });
    }

    @Test
    void startsWithoutAnythingToKeep() {
        process.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(ReplicaStore.class));
    }

    @Test
    void rejectsReplicasThatItHasNoPlaceFor() {
        process.withBean(MemberNames.class)
                .run(
                        context -> assertThat(context.getStartupFailure())
                                .rootCause()
                                .hasMessage(
                                        MemberNames.class.getName()
                                                + ": A replica needs a DataSource, a Redis or an Elasticsearch, or replication.file where the process owns no store"));
    }

    @Test
    void rejectsReactionsThatItCouldNotRemember() {
        process.withBean(Gifts.class)
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessage(Gifts.class.getName()
                                + ": A reaction needs an Inbox, which a process without a store of its own has not"));
    }
}
