package com.smartfitness.replication.autoconfigure;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The mapper of what travels. It is replication's own, because a service that configures the mapper of its API must not
 * change its events: unknown fields are ignored, instants are ISO-8601, absent stays absent.
 */
record ReplicationJson(JsonMapper events) {

    static ReplicationJson create() {
        return new ReplicationJson(JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build());
    }
}
