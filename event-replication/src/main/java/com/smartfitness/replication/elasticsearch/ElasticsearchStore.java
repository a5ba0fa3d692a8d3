package com.smartfitness.replication.elasticsearch;

import co.elastic.clients.elasticsearch._types.HealthStatus;
import co.elastic.clients.elasticsearch.cluster.ClusterStatsResponse;
import com.smartfitness.replication.StoreUnavailableException;
import com.smartfitness.replication.report.OwnStore;

/** The service's Elasticsearch. Of its memory it tells the heap in use, not what the system caches of its files. */
public final class ElasticsearchStore implements OwnStore {

    private final ElasticsearchLink link;

    public ElasticsearchStore(ElasticsearchLink link) {
        this.link = link;
    }

    @Override
    public String name() {
        return "elasticsearch";
    }

    /** @throws StoreUnavailableException also where it answers, and lacks some of its data */
    @Override
    public Figures look() {
        ClusterStatsResponse told =
                link.call(elasticsearch -> elasticsearch.cluster().stats());
        if (told.status() == HealthStatus.Red) {
            throw new StoreUnavailableException(new IllegalStateException("Elasticsearch lacks some of its data"));
        }
        return new Figures(
                "Elasticsearch " + String.join(", ", told.nodes().versions()),
                told.nodes().jvm().mem().heapUsedInBytes(),
                told.indices().store().sizeInBytes());
    }
}
