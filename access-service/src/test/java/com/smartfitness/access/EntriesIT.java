package com.smartfitness.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.access.site.AccessSite;
import com.smartfitness.access.site.AccessSite.Gym;
import com.smartfitness.access.site.Client;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is told of entries afterwards. */
class EntriesIT {

    private static final AccessSite site = AccessSite.shared();
    private static final Client client = site.client();
    private static final Gym gym = site.gym();

    @Test
    void listsEntriesInPages() {
        Gym other = site.gym();
        for (int i = 0; i < 5; i++) {
            client.verify(other.gate(), site.faces().anybody());
        }
        String path = "/api/v1/accesses?limit=2&branchId=" + other.branch();

        JsonNode first = client.get(path, other.owner(), "BRANCH_OWNER").json();
        JsonNode second = client.get(path + "&cursor=" + first.path("next").asString(), "U-op", "OPERATOR")
                .json();
        JsonNode third = client.get(path + "&cursor=" + second.path("next").asString(), "U-op", "OPERATOR")
                .json();

        assertThat(first.path("items").size()).isEqualTo(2);
        assertThat(second.path("items").size()).isEqualTo(2);
        assertThat(third.path("items").size()).isEqualTo(1);
        assertThat(third.has("next")).isFalse();
        assertThat(first.path("items").get(0).path("at").asString())
                .isGreaterThan(second.path("items").get(0).path("at").asString());
        assertThat(client.get(path, gym.owner(), "BRANCH_OWNER").status()).isEqualTo(403);
        assertThat(client.get("/api/v1/accesses", other.owner(), "BRANCH_OWNER").status())
                .isEqualTo(403);
        assertThat(client.get(path, "U-somebody", "CUSTOMER")
                        .json()
                        .path("items")
                        .size())
                .isZero();
    }
}
