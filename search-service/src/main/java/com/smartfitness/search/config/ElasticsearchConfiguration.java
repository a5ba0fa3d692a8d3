package com.smartfitness.search.config;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.ElasticsearchTransport;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import co.elastic.clients.transport.rest5_client.low_level.Rest5ClientBuilder;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The client of Elasticsearch, made here because Spring Boot's own asks for a release that cannot be had. */
@Configuration(proxyBeanMethods = false)
class ElasticsearchConfiguration {

    @Bean
    ElasticsearchTransport elasticsearchTransport(ElasticsearchProperties properties) {
        Timeout connect = Timeout.of(properties.connectTimeout());
        Timeout answer = Timeout.of(properties.answerTimeout());
        Rest5ClientBuilder client = Rest5Client.builder(properties.url())
                .setConnectionConfigCallback(
                        config -> config.setConnectTimeout(connect).setSocketTimeout(answer))
                .setRequestConfigCallback(config -> config.setResponseTimeout(answer))
                // Next to its store, a search waits longer for its answer to be packed and unpacked than to be sent.
                .setHttpClientConfigCallback(HttpAsyncClientBuilder::disableContentCompression);
        if (!properties.apiKey().isEmpty()) {
            client.setDefaultHeaders(new Header[] {new BasicHeader("Authorization", "ApiKey " + properties.apiKey())});
        }
        return new Rest5ClientTransport(client.build(), new Jackson3JsonpMapper());
    }

    @Bean
    ElasticsearchClient elasticsearchClient(ElasticsearchTransport transport) {
        return new ElasticsearchClient(transport);
    }
}
