package com.smartfitness.search;

import static com.smartfitness.search.RunningSearch.OTHERS;
import static com.smartfitness.search.RunningSearch.SERVICE;
import static com.smartfitness.search.RunningSearch.aCustomer;
import static com.smartfitness.search.RunningSearch.get;
import static com.smartfitness.search.RunningSearch.newId;
import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.search.upkeep.Upkeep;
import com.smartfitness.testing.stores.ChildJvm;
import com.smartfitness.testing.stores.Eventually;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The instance that tells a customer something is killed between two steps, and another goes on. */
class NotificationKilledIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** What the branch newly offers is noted, and nobody is told; the customer is told, and the branch does not know. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"search-branch-preference | \"pending\":[{ | 스쿼시", "search-preference | \"inbox\":[{ | 라켓볼"})
    void tellsOnce(String index, String text, String word) {
        String customer = aCustomer();
        get("/api/v1/branches/search?q=" + encode(word, UTF_8), customer);
        Eventually.becomes("the word is noted", () -> preferences(customer), known -> known.contains(word));
        String branch = newId("B");
        Upkeep reading = SERVICE.getBean("offerReading", Upkeep.class);

        reading.stop();
        try (ChildJvm instance = another(index, text)) {
            OTHERS.say(PreferencesIT.branch(branch, word));
            instance.awaitLine(StoppedSearch.STOPPED, PATIENCE);
            instance.kill();
        } finally {
            reading.start();
        }

        Eventually.becomes("the customer is told", () -> told(customer), items -> !items.isEmpty());
        Eventually.holds("the branch has told all", () -> isDone(branch));
        assertThat(told(customer)).hasSize(1);
        assertThat(told(customer).getFirst().at("/branches/0/branchId").stringValue())
                .isEqualTo(branch);
    }

    private static ChildJvm another(String index, String text) {
        return ChildJvm.start(
                StoppedSearch.class, Map.of(), RunningSearch.arguments("--stop.index=" + index, "--stop.text=" + text));
    }

    private static List<JsonNode> told(String customer) {
        JsonNode items = get("/api/v1/notifications", customer).body().path("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    private static String preferences(String customer) {
        return get("/api/v1/preferences", customer).body().toString();
    }

    private static boolean isDone(String branch) throws Exception {
        JsonNode content = PreferencesIT.stored("search-branch-preference", branch);
        return content.path("unread").isEmpty() && content.path("pending").isEmpty();
    }
}
