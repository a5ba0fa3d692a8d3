package com.smartfitness.search;

import static com.smartfitness.search.RunningSearch.OTHERS;
import static com.smartfitness.search.RunningSearch.aCustomer;
import static com.smartfitness.search.RunningSearch.get;
import static com.smartfitness.search.RunningSearch.reviewed;
import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.events.BranchClosedEvent;
import com.smartfitness.events.BranchCreatedEvent;
import com.smartfitness.events.BranchStatus;
import com.smartfitness.events.Location;
import com.smartfitness.events.OpeningHours;
import com.smartfitness.search.RunningSearch.Answer;
import com.smartfitness.testing.stores.Eventually;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Five branches, and who finds them how. */
class BranchSearchIT {

    private static final List<OpeningHours> ALWAYS = Stream.of(DayOfWeek.values())
            .map(day -> new OpeningHours(day, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))
            .toList();

    private static final Location STATION = new Location(37.4979, 127.0276);

    @BeforeAll
    static void registerBranches() {
        OTHERS.say(branch("S-1", "강남역점", STATION, ALWAYS, List.of("샤워실", "주차장"), "조용하고 넓은 샤워실이 자랑입니다."));
        OTHERS.say(
                branch("S-2", "서초점", new Location(37.4917, 127.0078), List.of(), List.of("사물함"), "러닝머신이 스무 대 있습니다."));
        OTHERS.say(branch(
                "S-3", "부산 해운대점", new Location(35.1631, 129.1635), ALWAYS, List.of("사우나"), "바다가 보이는 창가에서 운동하세요."));
        OTHERS.say(branch(
                "S-4", "홍대점", null, ALWAYS, List.of("샤워실"), "Spacious showers and quiet rooms for free weights."));
        OTHERS.say(branch("S-5", "잠실점", null, ALWAYS, List.of("샤워실"), "폐업 예정"));
        OTHERS.say(new BranchClosedEvent(
                "S-5",
                "O1",
                "잠실점",
                "서울",
                null,
                "Asia/Seoul",
                ALWAYS,
                null,
                List.of(),
                List.of("샤워실"),
                null,
                BranchStatus.CLOSED));
        reviewed(aCustomer(), "S-2", 5, "필라테스 수업이 정말 친절해요");
        Eventually.becomes("all are found", () -> found("필라테스"), ids -> ids.equals(List.of("S-2")));
        Eventually.becomes("the closed one is not", () -> found("잠실점"), ids -> !ids.contains("S-5"));
    }

    @ParameterizedTest
    @CsvSource({
        "샤워실이 넓고 조용한 곳, S-1",
        "quiet place with spacious showers, S-4",
        "트레드밀, S-2",
        "락커 있는 데, S-2",
        "바다 보이는 헬스장, S-3",
        "찜질방, S-3",
        "parking, S-1",
        "해운대, S-3",
        "친절한 필라테스, S-2"
    })
    void findsWhatIsLookedForFirst(String query, String first) {
        assertThat(found(query)).startsWith(first);
    }

    @Test
    void saysWhy() {
        Answer answer = search("친절한 필라테스", "");

        assertThat(answer.body().at("/items/0/reasons/0/from").stringValue()).isEqualTo("REVIEW");
        String text = answer.body().at("/items/0/reasons/0/text").stringValue();
        List<String> matches = new ArrayList<>();
        answer.body()
                .at("/items/0/reasons/0/matches")
                .forEach(match -> matches.add(text.substring(
                        match.get("start").intValue(), match.get("end").intValue())));
        assertThat(text).isEqualTo("필라테스 수업이 정말 친절해요");
        assertThat(matches).contains("필라테스", "친절");
        assertThat(answer.body().at("/items/0/rating").doubleValue()).isEqualTo(5.0);
    }

    @Test
    void forgivesMisspelling() {
        assertThat(found("해운데점")).startsWith("S-3");
    }

    @Test
    void keepsToFilters() {
        assertThat(found("샤워실", "&amenity=" + encode("샤워장", UTF_8))).containsOnly("S-1", "S-4");
        assertThat(found("러닝머신 샤워실", "&openNow=true")).doesNotContain("S-2").contains("S-1", "S-4");
        assertThat(found("러닝머신 샤워실", "&latitude=37.4979&longitude=127.0276&within=5000"))
                .containsExactlyInAnyOrder("S-1", "S-2");
    }

    @Test
    void tellsDistances() {
        Answer answer = search("해운대", "&latitude=37.4979&longitude=127.0276");

        assertThat(answer.body().at("/items/0/distance").longValue()).isBetween(315_000L, 330_000L);
    }

    @Test
    void pagesByKey() {
        String query = "샤워실 러닝머신 사우나";
        List<String> all = found(query);
        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = search(query, "&limit=1" + cursor);
            paged.addAll(ids(page));
            cursor = page.body().has("next") ? "&cursor=" + page.text("next") : "";
        } while (!cursor.isEmpty());

        assertThat(all).hasSizeGreaterThan(3);
        assertThat(paged).isEqualTo(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "(((", "\"", "AND OR NOT", "~", "{\"match_all\":{}}", "zzzzqqq"})
    void findsNothingInSyntax(String query) {
        assertThat(found(query)).isEmpty();
    }

    @Test
    void takesSyntaxForText() {
        assertThat(found("-name:강남* +(NOT) /.*/")).containsExactly("S-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?q=",
                "?q=%20",
                "?q=a%00b",
                "?q=a%0Ab",
                "?q=a&limit=0",
                "?q=a&limit=51",
                "?q=a&cursor=nonsense",
                "?q=a&latitude=37",
                "?q=a&within=100",
                "?q=a&latitude=91&longitude=0",
                "?q=a&latitude=NaN&longitude=0",
                "?q=a&openNow=perhaps"
            })
    void refusesWhatIsNoQuestion(String parameters) {
        assertThat(get("/api/v1/branches/search" + parameters, "U1").status()).isEqualTo(400);
    }

    @Test
    void takesAHundredCharactersAndNoMore() {
        assertThat(search("가".repeat(100), "").status()).isEqualTo(200);
        assertThat(search("가".repeat(101), "").status()).isEqualTo(400);
    }

    private static BranchCreatedEvent branch(
            String id,
            String name,
            @Nullable Location location,
            List<OpeningHours> hours,
            List<String> amenities,
            String introduction) {
        return new BranchCreatedEvent(
                id,
                "O1",
                name,
                "어딘가",
                location,
                "Asia/Seoul",
                hours,
                null,
                List.of(),
                amenities,
                introduction,
                BranchStatus.OPEN);
    }

    private static List<String> found(String query) {
        return found(query, "");
    }

    private static List<String> found(String query, String further) {
        Answer answer = search(query, further);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return ids(answer);
    }

    /** Those of this class. */
    private static List<String> ids(Answer answer) {
        List<String> ids = new ArrayList<>();
        answer.body()
                .path("items")
                .forEach(branch -> ids.add(branch.get("branchId").stringValue()));
        ids.removeIf(id -> !id.startsWith("S-"));
        return ids;
    }

    private static Answer search(String query, String further) {
        return get("/api/v1/branches/search?q=" + encode(query, UTF_8) + further, "U1");
    }
}
