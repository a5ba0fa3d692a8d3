package com.smartfitness.search;

import static com.smartfitness.search.RunningSearch.OTHERS;
import static com.smartfitness.search.RunningSearch.aCustomer;
import static com.smartfitness.search.RunningSearch.get;
import static com.smartfitness.search.RunningSearch.newId;
import static com.smartfitness.search.RunningSearch.review;
import static com.smartfitness.search.RunningSearch.reviewed;
import static com.smartfitness.search.RunningSearch.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.events.ReviewUpdatedEvent;
import com.smartfitness.events.UserErasedEvent;
import com.smartfitness.replication.broker.CloudEvent;
import com.smartfitness.search.RunningSearch.Answer;
import com.smartfitness.testing.neighbours.BranchEvents;
import com.smartfitness.testing.stores.Eventually;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What customers do with reviews, asked over HTTP and heard by others. */
class ReviewsIT {

    private static final String BRANCH = newId("B");

    @BeforeAll
    static void registerBranch() {
        OTHERS.say(new BranchEvents(BRANCH, "O1").created());
        String stranger = aCustomer();
        Eventually.becomes(
                "the branch is known",
                () -> send("POST", "/api/v1/reviews", stranger, review(BRANCH, 3, "nice")),
                answer -> answer.status() == 403);
    }

    @Test
    void isWrittenByVisitorsAlone() {
        Answer answer = send("POST", "/api/v1/reviews", aCustomer(), review(BRANCH, 5, "들어가 본 적은 없어요"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("type")).isEqualTo("urn:fleet:problem:not-a-visitor");
    }

    @Test
    void isWrittenOnceABranchThenChangedThenDeletedThenWrittenAgain() {
        String customer = aCustomer();
        String id = reviewed(customer, BRANCH, 4, "샤워실이 넓어요");

        assertThat(send("POST", "/api/v1/reviews", customer, review(BRANCH, 1, "again"))
                        .status())
                .isEqualTo(409);
        assertThat(send("PUT", "/api/v1/reviews/" + id, customer, text(2, "물이 차가워요"))
                        .text("text"))
                .isEqualTo("물이 차가워요");
        assertThat(send("DELETE", "/api/v1/reviews/" + id, customer, null).status())
                .isEqualTo(204);
        assertThat(get("/api/v1/reviews/" + id, customer).status()).isEqualTo(404);
        assertThat(send("DELETE", "/api/v1/reviews/" + id, customer, null).status())
                .isEqualTo(404);
        Answer again = send("POST", "/api/v1/reviews", customer, review(BRANCH, 5, "고쳤네요"));

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.response().headers().firstValue("Location")).contains("/api/v1/reviews/" + id);
        List<CloudEvent> told =
                Eventually.becomes("all is told", () -> OTHERS.messagesAbout(id), messages -> messages.size() >= 4);
        assertThat(told.stream()
                        .map(event -> event.type() + " " + event.version().counter())
                        .distinct())
                .containsExactly(
                        "search.review-created.v1 1",
                        "search.review-updated.v1 2",
                        "search.review-deleted.v1 3",
                        "search.review-created.v1 4");
    }

    @Test
    void belongsToItsAuthor() {
        String id = reviewed(aCustomer(), BRANCH, 4, "좋아요");
        String other = aCustomer();

        assertThat(send("PUT", "/api/v1/reviews/" + id, other, text(1, "별로")).status())
                .isEqualTo(403);
        assertThat(send("DELETE", "/api/v1/reviews/" + id, other, null).status())
                .isEqualTo(403);

        Answer read = get("/api/v1/reviews/" + id, other);
        assertThat(read.text("text")).isEqualTo("좋아요");
        assertThat(read.body().get("isYours").booleanValue()).isFalse();
    }

    @Test
    void isListedNewestFirstPageByPage() {
        String branch = newId("B");
        OTHERS.say(new BranchEvents(branch, "O1").created());
        List<String> written = List.of(
                reviewed(aCustomer(), branch, 1, "first"),
                reviewed(aCustomer(), branch, 2, "second"),
                reviewed(aCustomer(), branch, 3, "third"));

        String path = "/api/v1/reviews?branchId=" + branch + "&limit=2";
        Answer first = Eventually.becomes(
                "the newest is seen",
                () -> get(path, "U1"),
                page -> page.body().at("/items/0/text").asString("").equals("third"));
        Answer second = get(path + "&cursor=" + first.text("next"), "U1");

        assertThat(first.body().at("/items/1/reviewId").stringValue()).isEqualTo(written.get(1));
        assertThat(second.body().at("/items/0/reviewId").stringValue()).isEqualTo(written.get(0));
        assertThat(second.body().has("next")).isFalse();
    }

    @Test
    void losesItsAuthorWithTheAccount() {
        String customer = aCustomer();
        String id = reviewed(customer, BRANCH, 4, "내용은 남아요");

        OTHERS.say(new UserErasedEvent(customer));

        Eventually.holds(
                "others hear that it has no author",
                () -> OTHERS.heard(ReviewUpdatedEvent.class).stream()
                        .anyMatch(event -> event.reviewId().equals(id) && event.customerId() == null));
        assertThat(get("/api/v1/reviews/" + id, "U1").text("text")).isEqualTo("내용은 남아요");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"branchId\": \"B1\", \"rating\": 0, \"text\": \"x\"}",
                "{\"branchId\": \"B1\", \"rating\": 6, \"text\": \"x\"}",
                "{\"branchId\": \"B1\", \"rating\": 3, \"text\": \"  \"}",
                "{\"branchId\": \"B1\", \"rating\": 3, \"text\": \"bell \\u0007\"}",
                "{\"branchId\": \"B1\", \"rating\": 3, \"text\": \"zero \\u0000\"}",
                "{\"branchId\": \"\", \"rating\": 3, \"text\": \"x\"}",
                "[1]",
                "not json"
            })
    void isRefusedWhereItIsNotOne(String body) {
        assertThat(send("POST", "/api/v1/reviews", "U1", body).status()).isEqualTo(400);
    }

    @Test
    void takesTwoThousandCharactersAndNoMore() {
        String customer = aCustomer();
        String id = reviewed(customer, BRANCH, 3, "가".repeat(2_000));

        assertThat(get("/api/v1/reviews/" + id, customer).text("text")).hasSize(2_000);
        assertThat(send("PUT", "/api/v1/reviews/" + id, customer, text(3, "가".repeat(2_001)))
                        .status())
                .isEqualTo(400);
    }

    private static String text(int rating, String text) {
        return JsonMapper.shared().writeValueAsString(Map.of("rating", rating, "text", text));
    }
}
