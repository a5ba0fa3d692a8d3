package com.smartfitness.auth.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.auth.Person;
import com.smartfitness.auth.RunningAuth;
import com.smartfitness.auth.RunningAuth.Answer;
import com.smartfitness.auth.RunningAuth.Session;
import com.smartfitness.auth.Site;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AuditIT {

    private static final RunningAuth auth = Site.shared();
    private static final Person person = Person.any();
    private static Session session;
    private static String operator;

    @BeforeAll
    static void doThings() {
        session = auth.owner(person);
        operator = auth.token(Site.OPERATOR_EMAIL, Site.OPERATOR_PASSWORD);
        auth.signIn(person.email(), "not the password");
        auth.get("/api/v1/users/me", session.accessToken());
        auth.refresh(session.refreshToken());
        auth.refresh(session.refreshToken());
        auth.send("PUT", "/api/v1/users/" + session.userId() + "/status", "{\"status\":\"DEACTIVATED\"}", operator);
    }

    @Test
    void tellsWhatWasDoneTheNewestFirst() {
        assertThat(list("userId=" + session.userId()).findValuesAsString("action"))
                .containsExactly(
                        "ACCOUNT_DEACTIVATED",
                        "REFRESH_TOKEN_REUSED",
                        "PROFILE_READ",
                        "SIGN_IN_FAILED",
                        "SIGNED_IN",
                        "SIGNED_UP");
    }

    @Test
    void tellsWhoDidItToWhom() {
        JsonNode entry = list("action=ACCOUNT_DEACTIVATED&userId=" + session.userId())
                .path("items")
                .path(0);

        assertThat(entry.path("subjectId").asString()).isEqualTo(session.userId());
        assertThat(entry.path("actorId").asString())
                .isEqualTo(auth.get("/api/v1/users/me", operator)
                        .json()
                        .path("userId")
                        .asString());
        assertThat(entry.path("source").asString()).hasSize(16);
    }

    @Test
    void goesOnWhereThePageBeforeEnded() {
        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = list("limit=2&userId=" + session.userId() + cursor);
            paged.addAll(page.findValuesAsString("entryId"));
            cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());

        assertThat(paged).isEqualTo(list("userId=" + session.userId()).findValuesAsString("entryId"));
    }

    @Test
    void filtersByTime() {
        assertThat(list("from=2999-01-01T00:00:00Z").path("items")).isEmpty();
        assertThat(list("to=2001-01-01T00:00:00Z").path("items")).isEmpty();
        assertThat(list("from=2001-01-01T00:00:00Z&limit=1&to=%2B999999999-01-01T00:00:00Z")
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void holdsNothingPersonal() {
        String everything = String.join(
                "\n",
                auth.database()
                        .sql("select e::text from audit_entry e")
                        .query(String.class)
                        .list());

        assertThat(everything)
                .contains(session.userId())
                .doesNotContain(person.email(), person.name(), person.phone(), person.alias(), "127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "cursor=x", "action=SLEPT", "from=yesterday", "userId=%00"})
    void refusesBadInput(String query) {
        assertThat(auth.get("/api/v1/audit-entries?" + query, operator).status())
                .isEqualTo(400);
    }

    private static JsonNode list(String query) {
        Answer answer = auth.get("/api/v1/audit-entries?" + query, operator);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }
}
