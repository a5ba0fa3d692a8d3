package com.smartfitness.stack;

/**
 * What a client needs to reach Elasticsearch.
 *
 * @param apiKey to be sent as {@code Authorization: ApiKey …}
 */
public record SearchFacts(String url, String apiKey) {

    /** The value of the header {@code Authorization}. */
    public String authorization() {
        return "ApiKey " + apiKey;
    }
}
