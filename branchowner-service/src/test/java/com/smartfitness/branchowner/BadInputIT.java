package com.smartfitness.branchowner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a client may get wrong: each is named, and none leaves a trace. */
class BadInputIT extends Neighbourhood {

    private static final String MORNING = period("MONDAY", "06:00", "12:00");
    private static final String NOON = period("MONDAY", "11:59", "13:00");

    private static User owner;
    private static Answer branch;

    /** A request that is right but for one field. */
    record Wrong(String field, String value, String named) {

        static Wrong of(String field, String value) {
            return new Wrong(field, value, field);
        }

        String body() {
            ObjectNode body = (ObjectNode) JsonMapper.shared().readTree(aBranch("Mapo"));
            body.set(field, JsonMapper.shared().readTree(value));
            return body.toString();
        }
    }

    @BeforeAll
    static void registerOne() {
        owner = signedUp(User.anOwner());
        branch = register(owner);
    }

    static Stream<Wrong> wrong() {
        return Stream.of(
                Wrong.of("branchId", "\"B-mine\""),
                Wrong.of("status", "\"CLOSED\""),
                Wrong.of("name", "null"),
                Wrong.of("name", "7"),
                Wrong.of("name", "\"\""),
                Wrong.of("name", "\"\\u3000\\u200b\""),
                Wrong.of("name", "\"two\\nlines\""),
                Wrong.of("name", text(101)),
                Wrong.of("address", "null"),
                Wrong.of("address", "\"\\t\""),
                Wrong.of("address", text(201)),
                Wrong.of("location", "\"Seoul\""),
                new Wrong("location", "{\"latitude\": 90.1, \"longitude\": 0}", "location.latitude"),
                new Wrong("location", "{\"latitude\": 0, \"longitude\": -180.1}", "location.longitude"),
                new Wrong("location", "{\"latitude\": \"NaN\", \"longitude\": 0}", "location.latitude"),
                new Wrong("location", "{\"latitude\": 1e400, \"longitude\": 0}", "location.latitude"),
                new Wrong("location", "{\"latitude\": 0}", "location.longitude"),
                Wrong.of("timeZone", "\"Asia/Atlantis\""),
                Wrong.of("timeZone", "\"+09:00\""),
                Wrong.of("timeZone", "\"\""),
                Wrong.of("openingHours", "[%s, %s]".formatted(MORNING, NOON)),
                Wrong.of("openingHours", "[" + "{},".repeat(28) + "{}]"),
                new Wrong("openingHours", "[null]", "openingHours[0]"),
                new Wrong("openingHours", hours("MONTAG", "06:00", "12:00"), "openingHours[0].day"),
                new Wrong(
                        "openingHours",
                        "[{\"day\": 1, \"opens\": \"06:00\", \"closes\": \"12:00\"}]",
                        "openingHours[0].day"),
                new Wrong("openingHours", "[{\"opens\": \"06:00\", \"closes\": \"12:00\"}]", "openingHours[0].day"),
                new Wrong("openingHours", hours("MONDAY", "6:00", "12:00"), "openingHours[0].opens"),
                new Wrong("openingHours", hours("MONDAY", "06:00", "24:00"), "openingHours[0].closes"),
                new Wrong("openingHours", hours("MONDAY", "06:00:30", "12:00"), "openingHours[0].opens"),
                Wrong.of("size", "0"),
                Wrong.of("size", "1.5"),
                Wrong.of("size", "\"300\""),
                Wrong.of("size", "100001"),
                Wrong.of("size", "99999999999"),
                Wrong.of("equipment", "\"bench\""),
                Wrong.of("equipment", "[" + "\"bench\",".repeat(50) + "\"bench\"]"),
                new Wrong("equipment", "[\"bench\", null]", "equipment[1]"),
                new Wrong("equipment", "[\" \"]", "equipment[0]"),
                new Wrong("amenities", "[" + text(101) + "]", "amenities[0]"),
                new Wrong("amenities", "[7]", "amenities[0]"),
                Wrong.of("introduction", "\"" + "가".repeat(3414) + "\""),
                Wrong.of("introduction", "\"nul\\u0000\""));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void namesWhatIsWrong(Wrong wrong) {
        Answer registered = service.post("/api/v1/branches", wrong.body(), owner);
        Answer edited = service.put(path(branch), wrong.body(), branch.eTag(), owner);

        for (Answer answer : new Answer[] {registered, edited}) {
            answer.expectProblem(400, "invalid-request");
            assertThat(answer.json()
                            .get("errors")
                            .valueStream()
                            .map(error -> error.path("field").asString("")))
                    .as(answer.response().body())
                    .contains(wrong.named());
        }
        assertThat(service.get("/api/v1/branches", owner).items("branchId")).containsExactly(branch.text("branchId"));
        assertThat(service.get(path(branch), owner).eTag()).isEqualTo(branch.eTag());
    }

    @Test
    void takesWhatIsJustRight() {
        User another = signedUp(User.anOwner());
        String body = """
                {"name": %s, "address": %s, "location": {"latitude": -90, "longitude": 180}, "size": 100000,
                 "equipment": [%s"bench"], "introduction": "%s"}""".formatted(text(100), text(200), (text(100) + ",").repeat(49), "가".repeat(3413));

        service.post("/api/v1/branches", body, another).expect(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"branch\""})
    void demandsAnObject(String body) {
        Answer answer = service.post("/api/v1/branches", body, owner).expect(400);

        assertThat(answer.text("type")).startsWith("urn:fleet:problem:");
    }

    @ParameterizedTest
    @CsvSource({
        "?limit=0, invalid-request",
        "?limit=101, invalid-request",
        "?limit=many, invalid-request",
        "?cursor=nonsense, invalid-cursor"
    })
    void refusesParametersOutOfRange(String query, String type) {
        service.get("/api/v1/branches" + query, owner).expectProblem(400, type);
        service.get(path(branch) + "/tasks" + query, owner).expectProblem(400, type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONFIRMED", "done", "1"})
    void refusesStatusThatTasksDoNotHave(String status) {
        service.get(path(branch) + "/tasks?status=" + status, owner).expectProblem(400, "invalid-request");
    }

    private static String text(int length) {
        return "\"" + "x".repeat(length) + "\"";
    }

    private static String hours(String day, String opens, String closes) {
        return "[" + period(day, opens, closes) + "]";
    }

    private static String period(String day, String opens, String closes) {
        return "{\"day\": \"%s\", \"opens\": \"%s\", \"closes\": \"%s\"}".formatted(day, opens, closes);
    }
}
