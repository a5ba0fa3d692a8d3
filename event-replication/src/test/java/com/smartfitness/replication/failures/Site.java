package com.smartfitness.replication.failures;

import com.smartfitness.replication.RunningService;
import com.smartfitness.replication.example.members.MembersApplication;
import com.smartfitness.replication.example.rewards.RewardsApplication;
import com.smartfitness.replication.operations.ReplicationHealthIndicator;
import com.smartfitness.replication.operations.ReplicationState.QueueState;
import com.smartfitness.replication.operations.ReplicationStatus;
import com.smartfitness.stack.BrokerDefinitions;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.DatabaseFacts;
import com.smartfitness.testing.servers.TestBroker;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import com.smartfitness.testing.stores.TcpLink;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.Status;

/** Where members-service and rewards-service live: a broker, and a database for each. */
record Site(BrokerFacts broker, DatabaseFacts members, DatabaseFacts rewards) {

    /** A store that is away is noticed within a second, rather than half a minute. */
    private static final String[] IMPATIENT = {
        "spring.datasource.hikari.connection-timeout=1000", "spring.datasource.hikari.validation-timeout=500"
    };

    private static final String[] USERS = {"members", "rewards", Tap.USER};

    /** On the servers that all tests share. */
    static Site shared() {
        return on(Stores.broker().newVirtualHost(USERS));
    }

    /** On a broker that the caller stops and kills, and the shared PostgreSQL. */
    static Site on(TestBroker broker) {
        BrokerDefinitions definitions = new BrokerDefinitions("site", user -> user + "'s password");
        for (String user : USERS) {
            definitions.service(user);
        }
        return on(broker.admin().define(definitions));
    }

    private static Site on(BrokerFacts broker) {
        return new Site(
                broker, Stores.postgres().newDatabase(), Stores.postgres().newDatabase());
    }

    /** On the shared broker, with these databases. */
    static Site with(DatabaseFacts members, DatabaseFacts rewards) {
        return new Site(Stores.broker().newVirtualHost(USERS), members, rewards);
    }

    /** The same, with the broker at the other end of a link. */
    Site through(TcpLink link) {
        return new Site(
                new BrokerFacts(broker.host(), link.port(), broker.virtualHost(), broker.users()), members, rewards);
    }

    TcpLink linkToBroker() {
        return TcpLink.to(broker.port());
    }

    RunningService startMembers(String... settings) {
        return RunningService.start(MembersApplication.class, "members", broker, members, impatient(settings));
    }

    /** Starts rewards-service and returns when its queues are bound. */
    RunningService startRewards(String... settings) {
        RunningService service =
                RunningService.start(RewardsApplication.class, "rewards", broker, rewards, impatient(settings));
        Eventually.holds(
                "rewards-service consumes",
                () -> service.bean(ReplicationStatus.class).state().queues().stream()
                        .allMatch(QueueState::consuming));
        return service;
    }

    /** Has rewards-service make its queues and complete its replica, which needs its source to run, and stops it. */
    void letRewardsBegin() {
        try (RunningService service = startRewards()) {
            service.awaitListening();
            Eventually.becomes(
                    "the replica is complete",
                    () -> service.bean(ReplicationHealthIndicator.class)
                            .health()
                            .getStatus(),
                    Status.UP::equals);
        }
    }

    /** Starts members-service in a process of its own. */
    ChildService spawnMembers(String... settings) {
        return ChildService.start(MembersApplication.class, settings("members", members, settings));
    }

    /** Starts rewards-service in a process of its own. */
    ChildService spawnRewards(String... settings) {
        return ChildService.start(RewardsApplication.class, settings("rewards", rewards, settings));
    }

    Ledger ledger() {
        return new Ledger(members, rewards);
    }

    private Map<String, String> settings(String service, DatabaseFacts database, String... further) {
        Map<String, String> settings = new LinkedHashMap<>(RunningService.settings(service, broker, database));
        for (String setting : impatient(further)) {
            int equals = setting.indexOf('=');
            settings.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return settings;
    }

    private static String[] impatient(String... settings) {
        String[] all = new String[IMPATIENT.length + settings.length];
        System.arraycopy(IMPATIENT, 0, all, 0, IMPATIENT.length);
        System.arraycopy(settings, 0, all, IMPATIENT.length, settings.length);
        return all;
    }
}
