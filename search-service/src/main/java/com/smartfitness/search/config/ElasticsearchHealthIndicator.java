package com.smartfitness.search.config;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.HealthStatus;
import java.io.IOException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the store answers, and has all of its data. Replicas that are missing on a single node do not matter. */
@Component
final class ElasticsearchHealthIndicator implements HealthIndicator {

    private final ElasticsearchClient client;

    ElasticsearchHealthIndicator(ElasticsearchClient client) {
        this.client = client;
    }

    @Override
    public Health health() {
        try {
            HealthStatus status = client.cluster().health().status();
            Health.Builder health = status == HealthStatus.Red ? Health.down() : Health.up();
            return health.withDetail("status", status.jsonValue()).build();
        } catch (IOException | ElasticsearchException e) {
            return Health.down(e).build();
        }
    }
}
