package com.smartfitness.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.auth.Person;
import com.smartfitness.auth.RunningAuth;
import com.smartfitness.auth.RunningAuth.Answer;
import com.smartfitness.auth.Site;
import com.smartfitness.auth.Tap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@ExtendWith(OutputCaptureExtension.class)
class SignUpIT {

    private static final Site site = Site.fresh();
    private static RunningAuth auth;
    private static Tap tap;

    @BeforeAll
    static void start() throws Exception {
        tap = Tap.on(site.broker(), "auth.user-created.v1");
        auth = site.start();
        auth.knowBranch("B-open", "OPEN");
        auth.knowBranch("B-closed", "CLOSED");
    }

    @AfterAll
    static void stop() throws Exception {
        auth.close();
        tap.close();
    }

    @Test
    void signsOwnerUp() {
        Person person = Person.any();

        Answer answer = auth.post("/api/v1/owners", person.owner().toString());

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.json().propertyNames()).containsExactlyInAnyOrder("userId", "role", "alias");
        assertThat(answer.json().path("role").asString()).isEqualTo("BRANCH_OWNER");
        assertThat(answer.json().path("userId").asString()).startsWith("U-");
    }

    @Test
    void showsOwnProfile() {
        Person person = Person.any();
        Answer signedUp = auth.post("/api/v1/helpers", person.helperOf("B-open").toString());

        Answer profile = auth.get("/api/v1/users/me", auth.token(person.email(), person.password()));

        assertThat(profile.status()).isEqualTo(200);
        assertThat(profile.json().path("userId").asString())
                .isEqualTo(signedUp.json().path("userId").asString());
        assertThat(profile.json().path("email").asString()).isEqualTo(person.email());
        assertThat(profile.json().path("name").asString()).isEqualTo(person.name());
        assertThat(profile.json().path("phone").asString()).isEqualTo(person.phone());
        assertThat(profile.json().path("branchId").asString()).isEqualTo("B-open");
    }

    @Test
    void keepsOwnProfileFromOthers() {
        assertThat(auth.get("/api/v1/users/me").status()).isEqualTo(401);
    }

    @Test
    void tellsAllServicesWithoutPersonalData() {
        Person person = Person.any();
        Answer answer = auth.post("/api/v1/helpers", person.helperOf("B-open").toString());
        String userId = answer.json().path("userId").asString();

        Tap.Letter letter = tap.about(userId);

        ObjectNode event = (ObjectNode) JsonMapper.shared().readTree(letter.body());
        assertThat(event.propertyNames())
                .containsExactlyInAnyOrder("userId", "role", "alias", "branchId", "status", "createdAt");
        assertThat(event.path("alias").asString()).isEqualTo(person.alias());
        assertThat(event.path("branchId").asString()).isEqualTo("B-open");
        assertThat(letter.body() + letter.headers())
                .doesNotContain(person.email(), person.name(), person.phone(), person.password());
    }

    @Test
    void keepsNothingPersonalInTheClear() {
        Person person = Person.any();
        auth.post("/api/v1/owners", person.owner().toString());
        auth.signIn(person.email(), person.password());

        String everything = everythingInTheDatabase();

        assertThat(everything).contains(person.alias());
        assertThat(everything)
                .doesNotContainIgnoringCase(person.email())
                .doesNotContain(person.name(), person.phone(), person.password())
                .doesNotContain(hex(person.email()), hex(person.name()), hex(person.phone()));
    }

    @Test
    void logsNothingPersonal(CapturedOutput log) {
        Person person = Person.any();
        auth.post("/api/v1/owners", person.owner().toString());
        auth.post("/api/v1/owners", person.owner().toString());
        auth.post("/api/v1/owners", person.owner().put("role", "OPERATOR").toString());
        auth.post("/api/v1/owners", person.owner().put("alias", "").toString());
        auth.signIn(person.email(), person.password());
        auth.signIn(person.email(), person.password() + "?");

        assertThat(log.getAll()).doesNotContain(person.email(), person.name(), person.phone(), person.password());
    }

    @Test
    void takesAnEmailOnce() {
        Person person = Person.any();
        auth.post("/api/v1/owners", person.owner().toString());

        String sameInCapitals = Person.any()
                .owner()
                .put("email", person.email().toUpperCase(Locale.ROOT))
                .toString();
        Answer again = auth.post("/api/v1/owners", sameInCapitals);

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("email-taken");
    }

    @Test
    void letsOneOfTwoAtTheSameTimeHaveTheEmail() throws Exception {
        for (int round = 0; round < 5; round++) {
            Person person = Person.any();
            Callable<Integer> signUp =
                    () -> auth.post("/api/v1/owners", person.owner().toString()).status();

            assertThat(atOnce(List.of(signUp, signUp))).containsExactlyInAnyOrder(201, 409);
        }
    }

    @ParameterizedTest
    @CsvSource({"B-nowhere, unknown-branch", "B-closed, branch-closed"})
    void refusesHelperOfUnusableBranch(String branchId, String problem) {
        long before = accounts();

        Answer answer =
                auth.post("/api/v1/helpers", Person.any().helperOf(branchId).toString());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(accounts()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "email    | 5",
                "email    | null",
                "email    | 'minji'",
                "email    | '@example.com'",
                "email    | 'minji@example'",
                "email    | 'min ji@example.com'",
                "email    | 'minji@exa_mple.com'",
                "email    | 'minji@example.com\\n'",
                "email    | 'minji@example.com, other@example.com'",
                "password | null",
                "password | 'short'",
                "password | 'password123'",
                "password | 'aaaaaaaaaaaa'",
                "name     | null",
                "name     | ''",
                "name     | '   '",
                "name     | ' Minji'",
                "name     | 'Min\\tji'",
                "name     | 'Min\\u202Eji'",
                "phone    | ''",
                "phone    | 'call me'",
                "phone    | '12345'",
                "alias    | null",
                "alias    | '\\u200D'",
                "alias    | 'an alias that is longer than thirty'",
                "alias    | ['Minji']",
                "role     | 'OPERATOR'",
                "branchId | 'B-open'",
            })
    void refusesBadInput(String field, String value) {
        long before = accounts();
        String body = Person.any()
                .owner()
                .set(field, JsonMapper.shared().readTree(value.replace('\'', '"')))
                .toString();

        Answer answer = auth.post("/api/v1/owners", body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-request");
        assertThat(answer.json().path("errors").findValuesAsString("field")).containsExactly(field);
        assertThat(accounts()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {129, 1000, 100_000})
    void refusesLongPasswordInsteadOfCuttingIt(int length) {
        Answer answer = auth.post(
                "/api/v1/owners",
                Person.any().owner().put("password", "ab".repeat(length)).toString());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("abab");
    }

    @Test
    void refusesHelperWithoutBranch() {
        Answer answer = auth.post("/api/v1/helpers", Person.any().owner().toString());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").findValuesAsString("field")).containsExactly("branchId");
    }

    @Test
    void doesWithoutPhone() {
        ObjectNode body = Person.any().owner();
        body.remove("phone");

        assertThat(auth.post("/api/v1/owners", body.toString()).status()).isEqualTo(201);
    }

    @Test
    void describesItsRoutes() {
        Answer description = auth.get("/v3/api-docs");

        assertThat(description.status()).isEqualTo(200);
        assertThat(description.json().path("paths").propertyNames())
                .contains("/api/v1/owners", "/api/v1/helpers", "/api/v1/tokens", "/api/v1/users/me");
    }

    private static long accounts() {
        return auth.database()
                .sql("select count(*) from account")
                .query(Long.class)
                .single();
    }

    /** All rows of all tables in all schemas as text; bytes are shown in hexadecimal digits. */
    private static String everythingInTheDatabase() {
        List<String> tables = auth.database().sql("""
                        select format('%I.%I', table_schema, table_name) from information_schema.tables
                        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')""").query(String.class).list();
        assertThat(tables).contains("public.account").anyMatch(table -> table.startsWith("replication."));
        StringBuilder everything = new StringBuilder();
        for (String table : tables) {
            auth.database()
                    .sql("select t::text from %s t".formatted(table))
                    .query(String.class)
                    .list()
                    .forEach(row -> everything.append(row).append('\n'));
        }
        return everything.toString();
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(work)) {
                results.add(future.get());
            }
            return results;
        }
    }
}
