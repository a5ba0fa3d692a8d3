package com.smartfitness.search.config;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the store is.
 *
 * @param apiKey shown with every request; empty where the store asks for none
 * @param connectTimeout until a connection is made
 * @param answerTimeout until an answer has come
 */
@ConfigurationProperties("elasticsearch")
record ElasticsearchProperties(
        URI url, @DefaultValue("") String apiKey, Duration connectTimeout, Duration answerTimeout) {}
