package com.smartfitness.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service answered. */
public record Answer(HttpResponse<String> response) {

    public int status() {
        return response.statusCode();
    }

    public JsonNode json() {
        return JsonMapper.shared().readTree(response.body());
    }

    public String text(String field) {
        return json().path(field).asString("");
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public String eTag() {
        return header("ETag");
    }

    /** One field of all items of a page. */
    public List<String> items(String field) {
        return json().path("items")
                .valueStream()
                .map(item -> item.path(field).asString(""))
                .toList();
    }

    public Answer expect(int status) {
        assertThat(status()).as(response.body()).isEqualTo(status);
        return this;
    }

    public Answer expectProblem(int status, String type) {
        expect(status);
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        assertThat(text("type")).isEqualTo("urn:fleet:problem:" + type);
        return this;
    }
}
