package com.smartfitness.replication.failures;

import com.smartfitness.replication.RunningService;
import com.smartfitness.replication.example.elasticsearch.members.ElasticsearchMembersApplication;
import com.smartfitness.replication.example.elasticsearch.rewards.ElasticsearchRewardsApplication;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.SearchFacts;
import com.smartfitness.testing.stores.Stores;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Where members-service and rewards-service live: a broker, and the shared Elasticsearch, in which each has its indices. */
record ElasticsearchSite(BrokerFacts broker, SearchFacts store) {

    static ElasticsearchSite shared() {
        return new ElasticsearchSite(
                Stores.broker().newVirtualHost("members", "rewards", Tap.USER),
                Stores.search().facts());
    }

    RunningService startMembers() {
        return RunningService.startWithoutStore(
                ElasticsearchMembersApplication.class,
                "members",
                broker,
                settings().toArray(String[]::new));
    }

    RunningService startRewards() {
        return RunningService.startWithoutStore(
                ElasticsearchRewardsApplication.class,
                "rewards",
                broker,
                settings().toArray(String[]::new));
    }

    /** Starts members-service in a process of its own. */
    ChildService spawnMembers(String... further) {
        return ChildService.start(ElasticsearchMembersApplication.class, settings("members", further));
    }

    /** Starts rewards-service in a process of its own. */
    ChildService spawnRewards(String... further) {
        return ChildService.start(ElasticsearchRewardsApplication.class, settings("rewards", further));
    }

    ElasticsearchLedger ledger() {
        return new ElasticsearchLedger(store);
    }

    private Map<String, String> settings(String service, String... further) {
        Map<String, String> settings = new LinkedHashMap<>(RunningService.settings(service, broker));
        Stream.concat(settings(), Stream.of(further)).forEach(setting -> {
            int equals = setting.indexOf('=');
            settings.put(setting.substring(0, equals), setting.substring(equals + 1));
        });
        return settings;
    }

    private Stream<String> settings() {
        return Stream.of("elasticsearch.url=" + store.url(), "elasticsearch.api-key=" + store.apiKey());
    }
}
