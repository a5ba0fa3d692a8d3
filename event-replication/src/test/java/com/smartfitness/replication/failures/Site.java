package com.smartfitness.replication.failures;

import com.smartfitness.replication.RunningService;
import com.smartfitness.replication.example.members.MembersApplication;
import com.smartfitness.replication.example.rewards.RewardsApplication;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.DatabaseFacts;
import com.smartfitness.testing.stores.Stores;
import com.smartfitness.testing.stores.TcpLink;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where members-service and rewards-service live: a broker, and a database for each. */
record Site(BrokerFacts broker, DatabaseFacts members, DatabaseFacts rewards) {

    /** A store that is away is noticed within a second, rather than half a minute. */
    private static final String[] IMPATIENT = {
        "spring.datasource.hikari.connection-timeout=1000", "spring.datasource.hikari.validation-timeout=500"
    };

    static final String[] USERS = {"members", "rewards", Tap.USER};

    /** On the servers that all tests share. */
    static Site shared() {
        return on(Stores.broker().newVirtualHost(USERS));
    }

    /** On a broker that the caller stops and kills, and the shared PostgreSQL. */
    static Site on(BrokerFacts broker) {
        return new Site(
                broker, Stores.postgres().newDatabase(), Stores.postgres().newDatabase());
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
        return RunningService.start(MembersApplication.class, "members", broker, members, with(settings));
    }

    RunningService startRewards(String... settings) {
        return RunningService.start(RewardsApplication.class, "rewards", broker, rewards, with(settings));
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
        for (String setting : with(further)) {
            int equals = setting.indexOf('=');
            settings.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return settings;
    }

    private static String[] with(String... settings) {
        String[] all = new String[IMPATIENT.length + settings.length];
        System.arraycopy(IMPATIENT, 0, all, 0, IMPATIENT.length);
        System.arraycopy(settings, 0, all, IMPATIENT.length, settings.length);
        return all;
    }
}
