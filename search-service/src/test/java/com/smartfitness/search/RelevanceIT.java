package com.smartfitness.search;

import static com.smartfitness.search.RunningSearch.OTHERS;
import static com.smartfitness.search.RunningSearch.SERVICE;
import static com.smartfitness.search.RunningSearch.entered;
import static com.smartfitness.search.RunningSearch.get;
import static com.smartfitness.search.RunningSearch.review;
import static com.smartfitness.search.RunningSearch.send;
import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import com.smartfitness.events.BranchCreatedEvent;
import com.smartfitness.events.BranchStatus;
import com.smartfitness.search.Relevance.Judged;
import com.smartfitness.testing.stores.Eventually;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/** How well what is found fits, beside BM25 over one field of everything: twenty branches, and what people ask for. */
class RelevanceIT {

    private static final Logger log = LoggerFactory.getLogger(RelevanceIT.class);
    private static final String PLAIN = "relevance-plain";

    private static final ElasticsearchClient CLIENT = SERVICE.getBean(ElasticsearchClient.class);

    record Branch(
            String id,
            String name,
            String address,
            List<String> amenities,
            List<String> equipment,
            String introduction,
            List<String> reviews) {

        String everything() {
            return String.join(
                    " ",
                    Stream.of(List.of(name, address, introduction), amenities, equipment, reviews)
                            .flatMap(List::stream)
                            .toList());
        }
    }

    @BeforeAll
    static void registerBranches() throws IOException {
        List<Branch> branches = Relevance.branches();
        say(branches, BranchStatus.OPEN);
        List<String> customers =
                Stream.generate(RunningSearch::aCustomer).limit(3).toList();
        OTHERS.sayAll(customers.stream()
                .flatMap(customer -> branches.stream().map(branch -> entered(customer, branch.id())))
                .toList());
        for (Branch branch : branches) {
            for (int i = 0; i < branch.reviews().size(); i++) {
                String customer = customers.get(i);
                String text = review(branch.id(), 4, branch.reviews().get(i));
                Eventually.becomes(
                        "the review is taken",
                        RunningSearch.PATIENCE,
                        () -> send("POST", "/api/v1/reviews", customer, text),
                        answer -> answer.status() == 201);
            }
            CLIENT.index(index -> index.index(PLAIN).id(branch.id()).document(Map.of("text", branch.everything())));
        }
        CLIENT.indices().refresh(refresh -> refresh.index(PLAIN));
        Eventually.becomes("the last review is known", () -> found("공기가 쾌적해요"), ids -> ids.indexOf("R20") == 0);
    }

    /** So that nobody else finds them. */
    @AfterAll
    static void closeBranches() {
        say(Relevance.branches(), BranchStatus.CLOSED);
        Eventually.becomes("none is found", () -> found("헬스장 수업 샤워실 주차 덤벨"), List::isEmpty);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ko", "en"})
    void findsWhatFitsFirst(String language) {
        List<Judged> queries = Relevance.queries(language);

        Map<Judged, List<String>> found = queries.stream().collect(toMap(identity(), judged -> found(judged.query())));
        Map<Judged, List<String>> plainly =
                queries.stream().collect(toMap(identity(), judged -> foundPlainly(judged.query())));
        double own = mean(found, Judged::ndcg);
        double plain = mean(plainly, Judged::ndcg);
        double ownReciprocal = mean(found, Judged::reciprocalRank);
        double plainReciprocal = mean(plainly, Judged::reciprocalRank);

        log.info(
                "{} queries in {}: nDCG@10 {}, MRR {}; BM25 over one field: nDCG@10 {}, MRR {}",
                queries.size(),
                language,
                "%.3f".formatted(own),
                "%.3f".formatted(ownReciprocal),
                "%.3f".formatted(plain),
                "%.3f".formatted(plainReciprocal));
        assertThat(own).isGreaterThan(0.9).isGreaterThan(plain);
        assertThat(ownReciprocal).isGreaterThan(0.9).isGreaterThan(plainReciprocal);
    }

    private static void say(List<Branch> branches, BranchStatus status) {
        OTHERS.sayAll(branches.stream().map(branch -> event(branch, status)).toList());
    }

    private static double mean(Map<Judged, List<String>> found, ToDoubleBiFunction<Judged, List<String>> measure) {
        return found.entrySet().stream()
                .mapToDouble(one -> measure.applyAsDouble(one.getKey(), one.getValue()))
                .average()
                .orElseThrow();
    }

    /** The best of this class' branches. */
    private static List<String> found(String query) {
        List<String> ids = new ArrayList<>();
        get("/api/v1/branches/search?limit=30&q=" + encode(query, UTF_8), "U1")
                .body()
                .path("items")
                .forEach(branch -> ids.add(branch.get("branchId").stringValue()));
        return ids.stream().filter(id -> id.startsWith("R")).limit(10).toList();
    }

    private static List<String> foundPlainly(String query) {
        try {
            return CLIENT
                    .search(
                            search -> search.index(PLAIN)
                                    .query(match -> match.match(
                                            text -> text.field("text").query(query))),
                            ObjectNode.class)
                    .hits()
                    .hits()
                    .stream()
                    .map(hit -> hit.id())
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static BranchCreatedEvent event(Branch branch, BranchStatus status) {
        return new BranchCreatedEvent(
                branch.id(),
                "O1",
                branch.name(),
                branch.address(),
                null,
                "Asia/Seoul",
                List.of(),
                null,
                branch.equipment(),
                branch.amenities(),
                branch.introduction(),
                status);
    }
}
