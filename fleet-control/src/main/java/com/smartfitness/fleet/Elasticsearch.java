package com.smartfitness.fleet;

import com.smartfitness.stack.ElasticsearchServer;
import com.smartfitness.stack.SearchFacts;
import com.smartfitness.stack.StackException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The search engine of one service. */
final class Elasticsearch implements Store {

    private static final String NAME = "elasticsearch";

    private final int[] ports;
    private final ElasticsearchServer server;
    private volatile @Nullable String version;
    // Kept, so that its owner can be started while the server is stopped.
    private volatile @Nullable SearchFacts facts;

    Elasticsearch(FleetHome home, int port) {
        this.ports = new int[] {port, port + 1};
        this.server = ElasticsearchServer.at(home.store(NAME), ports[0], ports[1]);
    }

    /** It starts sooner, and works slower for as long as it runs. To be said before it starts. */
    Elasticsearch shortLived() {
        server.shortLived();
        return this;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String kind() {
        return "Elasticsearch";
    }

    @Override
    public int[] ports() {
        return ports.clone();
    }

    @Override
    public int memory() {
        return 900;
    }

    @Override
    public ElasticsearchServer server() {
        return server;
    }

    @Override
    public Optional<String> version() {
        return Optional.ofNullable(version);
    }

    @Override
    public void provision() {
        facts = server.facts();
        version = server.version();
    }

    @Override
    public Map<String, String> environmentFor(String service) {
        SearchFacts known = facts;
        if (known == null) {
            throw new StackException("%s has never run, and knows no key".formatted(NAME));
        }
        return Map.of("ELASTICSEARCH_URL", known.url(), "ELASTICSEARCH_API_KEY", known.apiKey());
    }
}
