package com.smartfitness.testing.stores;

import com.smartfitness.stack.ElasticsearchServer;
import com.smartfitness.stack.SearchFacts;
import java.util.concurrent.atomic.AtomicInteger;

/** The shared search engine. */
public final class Search {

    private static final AtomicInteger INDICES = new AtomicInteger();

    private final ElasticsearchServer server;

    Search(ElasticsearchServer server) {
        this.server = server;
    }

    /** The way in, the same for all tests. */
    public SearchFacts facts() {
        return server.facts();
    }

    /** A name that no other test uses, for an index or as the beginning of several indices' names. */
    public String newIndexName() {
        return "test-" + INDICES.incrementAndGet();
    }
}
