package com.smartfitness.search;

import static com.smartfitness.search.RunningSearch.OTHERS;
import static com.smartfitness.search.RunningSearch.SERVICE;
import static com.smartfitness.search.RunningSearch.TOKENS;
import static com.smartfitness.search.RunningSearch.aCustomer;
import static com.smartfitness.search.RunningSearch.get;
import static com.smartfitness.search.RunningSearch.newId;
import static com.smartfitness.search.RunningSearch.reviewed;
import static com.smartfitness.search.RunningSearch.send;
import static com.smartfitness.search.RunningSearch.uri;
import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import com.smartfitness.events.BranchCreatedEvent;
import com.smartfitness.events.BranchPreferenceCreatedEvent;
import com.smartfitness.events.BranchStatus;
import com.smartfitness.events.Role;
import com.smartfitness.events.UserDeactivatedEvent;
import com.smartfitness.events.UserErasedEvent;
import com.smartfitness.events.UserStatus;
import com.smartfitness.search.RunningSearch.Answer;
import com.smartfitness.search.keyword.Keywords;
import com.smartfitness.testing.live.LiveEvents;
import com.smartfitness.testing.stores.Eventually;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** What customers look for, and what they are told of it. Each test has a word of its own that no other text uses. */
class PreferencesIT {

    private static final ElasticsearchClient CLIENT = SERVICE.getBean(ElasticsearchClient.class);
    private static final String OFF = "{\"enabled\": false}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "샤워실이 넓고 조용한 곳 | 샤워실 넓다 조용",
                "러닝머신, Treadmill 있는 헬스장 | 런닝머신",
                "the gym with showers | 샤워실",
                "추운 날에도 좋아요! 5번 방문 | 춥다 방문"
            })
    void takesWordsOutOfTexts(String text, String words) {
        assertThat(SERVICE.getBean(Keywords.class).of(text)).contains(words.split(" "));
    }

    @Test
    void takesTextsApartTogetherAsItDoesEachAlone() {
        Keywords keywords = SERVICE.getBean(Keywords.class);
        Map<Integer, String> texts = Map.of(
                0,
                "샤워실이 넓고 조용한 곳",
                1,
                "",
                2,
                "\uD83C\uDFCB sauna\n 사우나 \n",
                3,
                "러닝머신이 많아요. ".repeat(500) + "요가",
                4,
                "The lockers are clean");

        Map<Integer, List<String>> words = keywords.of(texts);

        texts.forEach((number, text) -> assertThat(words.get(number)).isEqualTo(keywords.of(text)));
        assertThat(words.get(3)).contains("런닝머신", "요가");
        assertThat(words.get(4)).contains("락커");
    }

    @Test
    void tellsOnceWhatABranchNewlyOffers() {
        String customer = searched(aCustomer(), "클라이밍 할 수 있는 데");
        String branch = newId("B");

        try (LiveEvents tab = stream(customer)) {
            tab.awaitUnread(0);
            OTHERS.say(branch(branch, "클라이밍"));
            tab.awaitEntries(List.of("1"));
            tab.awaitUnread(1);
        }
        // The author is not told of what he says, and nobody of what the owner has said before.
        String other = reviewed(aCustomer(), branch, 5, "클라이밍 벽이 높아요. 탁구도 쳐요.");
        assertThat(other).isNotEmpty();
        awaitSaid(branch, "탁구");

        JsonNode told = notifications(customer).body().get("items");
        assertThat(told).hasSize(1);
        assertThat(told.at("/0/branches/0/branchId").stringValue()).isEqualTo(branch);
        assertThat(told.at("/0/branches/0/keywords/0").stringValue()).isEqualTo("클라이밍");
        assertThat(send("POST", "/api/v1/notifications/1/read", customer, null).status())
                .isEqualTo(204);
        assertThat(get("/api/v1/notifications/unread", customer)
                        .body()
                        .get("total")
                        .asInt())
                .isZero();
        assertThat(get("/api/v1/notifications?unread=true", customer).body().get("items"))
                .isEmpty();
    }

    @Test
    void tellsOfReviewsAndLearnsFromThem() {
        String branch = newId("B");
        OTHERS.say(branch(branch, "사물함"));
        String reader = searched(aCustomer(), "트램펄린");
        String author = aCustomer();

        reviewed(author, branch, 5, "트램펄린이 재미있어요");

        Eventually.becomes(
                "the reader is told",
                () -> notifications(reader),
                answer -> answer.body()
                        .at("/items/0/branches/0/origin")
                        .asString("")
                        .equals("REVIEW"));
        assertThat(keywords(author)).contains("트램펄린");
        assertThat(notifications(author).body().get("items")).isEmpty();
    }

    @Test
    void tellsNothingToWhoHasOptedOutOrIsDeactivatedOrErased() throws IOException {
        String optedOut = searched(aCustomer(), "택견");
        String deactivated = searched(aCustomer(), "택견");
        String erased = searched(aCustomer(), "택견");
        String told = searched(aCustomer(), "택견");
        assertThat(send("PUT", "/api/v1/preferences", optedOut, OFF).status()).isEqualTo(200);
        OTHERS.say(new UserDeactivatedEvent(
                deactivated, Role.CUSTOMER, "x", null, UserStatus.DEACTIVATED, Instant.parse("2026-03-01T00:00:00Z")));
        OTHERS.say(new UserErasedEvent(erased));
        Eventually.becomes("it is deactivated", () -> notifications(deactivated), answer -> answer.status() == 403);
        Eventually.holds("it is erased", () -> !stored(erased).contains("택견"));

        OTHERS.say(branch(newId("B"), "택견"));

        Eventually.becomes(
                "another is told",
                () -> notifications(told),
                answer -> answer.body().get("items").size() == 1);
        assertThat(notifications(optedOut).body().get("items")).isEmpty();
        assertThat(keywords(optedOut)).isEqualTo("[]");
        assertThat(stored(deactivated)).doesNotContain("branchId");
        assertThat(stored(erased)).doesNotContain("branchId");
    }

    @Test
    void notesNothingOfWhoHasOptedOutUntilTheyOptIn() {
        String customer = aCustomer();
        send("PUT", "/api/v1/preferences", customer, OFF);
        get("/api/v1/branches/search?q=" + encode("봉산탈춤", UTF_8), customer);
        searched(aCustomer(), "봉산탈춤");

        assertThat(keywords(customer)).isEqualTo("[]");
        send("PUT", "/api/v1/preferences", customer, "{\"enabled\": true}");
        searched(customer, "택견");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?cursor=x", "?limit=0", "?limit=101", "?unread=maybe", "/stream?after=-1", "/stream?after=x"})
    void refusesWhatIsNoList(String query) {
        assertThat(get("/api/v1/notifications" + query, aCustomer()).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"enabled\": \"no\"}", "{\"enabled\": false, \"more\": 1}", "[]", "x"})
    void refusesWhatIsNoDecision(String body) {
        assertThat(send("PUT", "/api/v1/preferences", "U1", body).status()).isEqualTo(400);
    }

    @Test
    void marksOnlyWhatThereIs() {
        String customer = aCustomer();

        assertThat(send("POST", "/api/v1/notifications/7/read", customer, null).status())
                .isEqualTo(404);
        assertThat(send("POST", "/api/v1/notifications/x/read", customer, null).status())
                .isEqualTo(400);
        assertThat(send("POST", "/api/v1/notifications/read", customer, "{}").status())
                .isEqualTo(400);
    }

    /** The customer has searched for this, and that is noted. */
    private static String searched(String customer, String query) {
        assertThat(get("/api/v1/branches/search?q=" + encode(query, UTF_8), customer)
                        .status())
                .isEqualTo(200);
        String word = query.split(" ")[0];
        Eventually.becomes("the word is noted", () -> keywords(customer), words -> words.contains(word));
        return customer;
    }

    private static void awaitSaid(String branch, String word) {
        Eventually.holds(
                "others hear what is new",
                () -> OTHERS.heard(BranchPreferenceCreatedEvent.class).stream()
                        .anyMatch(event -> event.branchId().equals(branch)
                                && event.keywords().contains(word)));
    }

    private static String keywords(String customer) {
        return get("/api/v1/preferences", customer).body().path("keywords").toString();
    }

    private static Answer notifications(String customer) {
        return get("/api/v1/notifications", customer);
    }

    /** What the store has of a customer's preference. */
    private static String stored(String customer) throws IOException {
        return stored("search-preference", customer).toString();
    }

    /** What a document holds; a missing node if there is none. */
    static JsonNode stored(String index, String id) throws IOException {
        ObjectNode found =
                CLIENT.get(get -> get.index(index).id(id), ObjectNode.class).source();
        return found == null ? MissingNode.getInstance() : found.path("content");
    }

    private static LiveEvents stream(String customer) {
        return LiveEvents.of(
                HttpClient.newHttpClient(),
                HttpRequest.newBuilder(uri("/api/v1/notifications/stream"))
                        .header("Authorization", TOKENS.bearer(customer, "CUSTOMER"))
                        .build());
    }

    static BranchCreatedEvent branch(String id, String amenity) {
        return new BranchCreatedEvent(
                id,
                "O1",
                "연습점",
                "서울",
                null,
                "Asia/Seoul",
                List.of(),
                null,
                List.of(),
                List.of(amenity),
                null,
                BranchStatus.OPEN);
    }
}
