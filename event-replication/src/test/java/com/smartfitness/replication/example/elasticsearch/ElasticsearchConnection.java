package com.smartfitness.replication.example.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import com.smartfitness.stack.SearchFacts;
import java.net.URI;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way to the store. */
@Configuration(proxyBeanMethods = false)
public class ElasticsearchConnection {

    @Bean
    ElasticsearchClient elasticsearchClient(
            @Value("${elasticsearch.url}") String url, @Value("${elasticsearch.api-key}") String key) {
        return client(new SearchFacts(url, key));
    }

    /** A new client. */
    public static ElasticsearchClient client(SearchFacts facts) {
        Rest5Client http = Rest5Client.builder(URI.create(facts.url()))
                .setDefaultHeaders(new Header[] {new BasicHeader("Authorization", facts.authorization())})
                .build();
        return new ElasticsearchClient(new Rest5ClientTransport(http, new Jackson3JsonpMapper()));
    }
}
