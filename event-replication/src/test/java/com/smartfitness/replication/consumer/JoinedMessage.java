package com.smartfitness.replication.consumer;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.smartfitness.replication.PlainClient;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Parts of a message that says that somebody has joined, to be spoilt. */
final class JoinedMessage {

    private JoinedMessage() {}

    static BasicProperties with(PlainClient source, String header, Object value, Map<String, String> attributes) {
        BasicProperties properties = source.properties(attributes).build();
        Map<String, Object> headers = new HashMap<>(properties.getHeaders());
        headers.put(header, value);
        return properties.builder().headers(headers).build();
    }

    static Map<String, String> attributes(String id, String type) {
        return new HashMap<>(Map.of(
                "id",
                UUID.randomUUID().toString(),
                "source",
                "/members-service",
                "type",
                type,
                "subject",
                id,
                "aggregateversion",
                "1.1"));
    }

    static String member(String id, String name, String visits) {
        return "{\"memberId\":\"%s\",\"name\":\"%s\",\"visits\":%s}".formatted(id, name, visits);
    }
}
