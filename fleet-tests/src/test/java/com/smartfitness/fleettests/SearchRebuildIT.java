package com.smartfitness.fleettests;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.devices.Face;
import com.smartfitness.devices.SigningDevice;
import com.smartfitness.fleet.demo.Answer;
import com.smartfitness.fleet.demo.GatewayClient;
import com.smartfitness.fleet.demo.Journey;
import com.smartfitness.testing.stores.Eventually;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The index that is searched loses all that is in it, and an operator has it made again out of others' events. */
class SearchRebuildIT {

    private static final HttpClient http = HttpClient.newHttpClient();
    private static final String INDEX = "/search-known_branch";
    private static final String REBUILD = "/api/v1/replication/replicas/search.branches/rebuild";

    @Test
    void rebuiltFromZeroWhileOwnersWriteItEqualsWhatWasLive() throws Exception {
        Scene scene = Scene.create();
        Journey owner = scene.journey();
        String closed = owner.openBranch(scene.owner(), "문 닫은 지점");
        scene.gateway()
                .post("/api/v1/branches/%s/closure".formatted(closed), Map.of(), scene.owner())
                .orFail();
        String edited = owner.openBranch(scene.owner(), "옛 이름");
        review(scene, "수압이 세고 물이 따뜻해요");
        Map<String, JsonNode> live = Eventually.becomes(
                "all is shown",
                SearchRebuildIT::index,
                index -> index.containsKey(edited)
                        && index.get(scene.branchId()).at("/reviews/count").asInt(0) == 1
                        && index.values().stream().allMatch(branch -> branch.has("reviews")));

        empty();
        GatewayClient service = RunningFleet.directly("search-service");
        service.post(REBUILD, Map.of(), scene.operator()).orFail();
        owner.editBranch(scene.owner(), edited, "새 이름", 100);
        String opened = owner.openBranch(scene.owner(), "그동안 연 지점");

        GatewayClient.until(
                () -> service.get(REBUILD, scene.operator()),
                progress -> !progress.body().path("running").asBoolean(true));
        live.remove(edited);
        Eventually.holds("all is there again as it was, and what is new", () -> {
            Map<String, JsonNode> rebuilt = index();
            JsonNode later = rebuilt.remove(edited);
            return later != null
                    && later.at("/row/name").stringValue().equals("새 이름")
                    && rebuilt.remove(opened) != null
                    && rebuilt.equals(live);
        });
        assertThat(live.get(closed).at("/row/open").booleanValue()).isFalse();
    }

    /** Somebody enters, and says how it was. */
    private static void review(Scene scene, String text) {
        String customer = scene.journey().becomeCustomer(Scene.anyAccount());
        SigningDevice camera = scene.journey().install(scene.owner(), scene.branchId(), "CAMERA");
        SigningDevice gate = scene.journey().install(scene.owner(), scene.branchId(), "GATE");
        Face face = Face.anybody();
        scene.journey().enrol(customer, camera, face);
        scene.journey().enter(gate, face);
        Map<String, Object> review = Map.of("branchId", scene.branchId(), "rating", 5, "text", text);
        GatewayClient.until(() -> scene.gateway().post("/api/v1/reviews", review, customer), Answer::isSuccess);
    }

    /** The documents of all branches; by which snapshot they came is left out. */
    private static Map<String, JsonNode> index() throws IOException, InterruptedException {
        ask("POST", INDEX + "/_refresh", "");
        Map<String, JsonNode> index = new TreeMap<>();
        for (JsonNode hit : ask("POST", INDEX + "/_search", "{\"size\": 10000}").at("/hits/hits")) {
            ObjectNode document = (ObjectNode) hit.get("_source");
            document.withObject("/known").remove("generation");
            if (document.has("row")) {
                index.put(document.at("/known/id").stringValue(), document);
            }
        }
        return index;
    }

    private static void empty() throws IOException, InterruptedException {
        StringBuilder deletions = new StringBuilder();
        for (JsonNode hit : ask("POST", INDEX + "/_search", "{\"size\": 10000, \"_source\": false}")
                .at("/hits/hits")) {
            deletions.append("{\"delete\": {\"_id\": %s}}\n".formatted(hit.get("_id")));
        }
        JsonNode answer = ask("POST", INDEX + "/_bulk?refresh=true", deletions.toString());
        assertThat(answer.get("errors").booleanValue()).as(answer.toString()).isFalse();
    }

    /** Asks the store as search-service does. */
    private static JsonNode ask(String method, String path, String body) throws IOException, InterruptedException {
        Map<String, String> environment = RunningFleet.environment("search-service");
        HttpRequest request = HttpRequest.newBuilder(URI.create(environment.get("ELASTICSEARCH_URL") + path))
                .header("Authorization", "ApiKey " + environment.get("ELASTICSEARCH_API_KEY"))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }
}
