package com.smartfitness.branchowner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the service says of its own API. */
class DescriptionIT extends Neighbourhood {

    private static final String BRANCHES = "/api/v1/branches";

    @Test
    void namesEveryRoute() {
        JsonNode paths = description().get("paths");

        assertThat(paths.propertyNames())
                .contains(
                        BRANCHES,
                        BRANCHES + "/{branchId}",
                        BRANCHES + "/{branchId}/closure",
                        BRANCHES + "/{branchId}/tasks",
                        BRANCHES + "/{branchId}/reviews",
                        "/api/v1/inbox/entries",
                        "/api/v1/inbox/entries/{entryId}/read",
                        "/api/v1/inbox/unread",
                        "/api/v1/inbox/read",
                        "/api/v1/inbox/stream");
        assertThat(paths.get(BRANCHES).get("get").get("description").asString()).contains("operators");
        assertThat(paths.get(BRANCHES).get("post").get("responses").propertyNames())
                .containsExactlyInAnyOrder("201", "default");
    }

    @Test
    void saysWhatRequestNeedsAndHowLongItMayBe() {
        JsonNode request = description().at("/components/schemas/BranchRequest");

        assertThat(request.get("required").valueStream().map(JsonNode::asString))
                .contains("name", "address");
        assertThat(request.at("/properties/name/maxLength").asInt()).isEqualTo(100);
        assertThat(request.at("/properties/equipment/maxItems").asInt()).isEqualTo(50);
        assertThat(request.at("/properties/timeZone/default").asString()).isEqualTo("Asia/Seoul");
    }

    private static JsonNode description() {
        return service.getWithoutToken("/v3/api-docs").expect(200).json();
    }
}
