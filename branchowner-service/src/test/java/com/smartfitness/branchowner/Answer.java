package com.smartfitness.branchowner;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service answered. */
record Answer(HttpResponse<String> response) {

    int status() {
        return response.statusCode();
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(response.body());
    }

    String text(String field) {
        return json().path(field).asString("");
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    String eTag() {
        return header("ETag");
    }

    /** One field of all items of a page. */
    List<String> items(String field) {
        return StreamSupport.stream(json().path("items").spliterator(), false)
                .map(item -> item.path(field).asString(""))
                .toList();
    }

    Answer expect(int status) {
        assertThat(status()).as(response.body()).isEqualTo(status);
        return this;
    }

    Answer expectProblem(int status, String type) {
        expect(status);
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        assertThat(text("type")).isEqualTo("urn:fleet:problem:" + type);
        return this;
    }
}
