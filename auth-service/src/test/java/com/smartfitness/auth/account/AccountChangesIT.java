package com.smartfitness.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.auth.Person;
import com.smartfitness.auth.RunningAuth;
import com.smartfitness.auth.RunningAuth.Answer;
import com.smartfitness.auth.RunningAuth.Session;
import com.smartfitness.auth.Site;
import com.smartfitness.auth.Tap;
import com.smartfitness.testing.stores.Eventually;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountChangesIT {

    private static final RunningAuth auth = Site.shared();
    private static String operator;
    private static Tap tap;

    private final Person person = Person.any();
    private final Session session = auth.owner(person);

    @BeforeAll
    static void tap() throws Exception {
        tap = Tap.on(
                Site.sharedBroker(),
                "auth.user-created.v1",
                "auth.user-updated.v1",
                "auth.user-deactivated.v1",
                "auth.user-erased.v1",
                "auth.tokens-revoked.v1");
        operator = auth.token(Site.OPERATOR_EMAIL, Site.OPERATOR_PASSWORD);
    }

    @AfterAll
    static void untap() throws Exception {
        tap.close();
    }

    @Test
    void changesTheProfile() throws Exception {
        Person next = Person.any();

        Answer answer = changeProfile("{\"name\":\"%s\",\"phone\":\"%s\",\"alias\":\"%s\"}"
                .formatted(next.name(), next.phone(), next.alias()));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        Answer profile = auth.get("/api/v1/users/me", session.accessToken());
        assertThat(profile.json().path("name").asString()).isEqualTo(next.name());
        assertThat(profile.json().path("phone").asString()).isEqualTo(next.phone());
        assertThat(profile.json().path("email").asString()).isEqualTo(person.email());
        Tap.Letter letter = tap.about(next.alias());
        assertThat(letter.type()).isEqualTo("auth.user-updated.v1");
        assertThat(letter.body()).doesNotContain(next.name(), next.phone());
    }

    @Test
    void tellsNobodyOfAChangeThatIsNobodysBusiness() throws Exception {
        changeProfile("{\"name\":\"새 이름\",\"alias\":\"%s\"}".formatted(person.alias()));
        changeProfile("{\"name\":\"새 이름\",\"alias\":\"Other-%s\"}"
                .formatted(session.userId().substring(2, 10)));

        tap.about("Other-" + session.userId().substring(2, 10));
        assertThat(tap.received())
                .filteredOn(letter -> letter.type().equals("auth.user-updated.v1"))
                .filteredOn(letter -> letter.body().contains(session.userId()))
                .hasSize(1);
        assertThat(auth.get("/api/v1/users/me", session.accessToken()).json().has("phone"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\"\",\"alias\":\"a\"}",
                "{\"name\":\"a\"}",
                "{\"name\":\"a\",\"alias\":\"b\",\"phone\":\"call\"}",
                "{\"name\":\"a\",\"alias\":\"b\",\"email\":\"other@example.com\"}",
                "{\"name\":\"a\",\"alias\":\"b\",\"role\":\"OPERATOR\"}",
            })
    void refusesBadProfiles(String body) {
        assertThat(changeProfile(body).status()).isEqualTo(400);

        assertThat(auth.get("/api/v1/users/me", session.accessToken())
                        .json()
                        .path("name")
                        .asString())
                .isEqualTo(person.name());
    }

    @Test
    void changesThePasswordAndEndsFormerSessions() {
        Session other = auth.session(person);

        Answer answer = changePassword(person.password(), "another horse battery");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        Session next = Session.of(answer);
        assertThat(auth.get("/api/v1/users/me", next.accessToken()).status()).isEqualTo(200);
        assertThat(auth.refresh(next.refreshToken()).status()).isEqualTo(200);
        assertThat(auth.refresh(other.refreshToken()).problem()).isEqualTo("session-ended");
        awaitRefused(other);
        assertThat(auth.get("/api/v1/users/me", next.accessToken()).status()).isEqualTo(200);
        assertThat(auth.signIn(person.email(), person.password()).status()).isEqualTo(401);
        assertThat(auth.signIn(person.email(), "another horse battery").status())
                .isEqualTo(200);
    }

    @Test
    void refusesToChangeThePasswordWithoutTheCurrentOne() {
        assertThat(changePassword("not the password", "another horse battery").problem())
                .isEqualTo("wrong-password");
        assertThat(changePassword(person.password(), "password123").problem()).isEqualTo("invalid-request");

        assertThat(auth.signIn(person.email(), person.password()).status()).isEqualTo(200);
    }

    @Test
    void deactivatesAndReactivates() throws Exception {
        Answer answer = setStatus(session.userId(), "DEACTIVATED");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain(person.email(), person.name());
        awaitRefused(session);
        assertThat(auth.signIn(person.email(), person.password()).problem()).isEqualTo("wrong-credentials");
        assertThat(auth.refresh(session.refreshToken()).problem()).isEqualTo("session-ended");
        Eventually.holds(
                "others hear of it",
                () -> typesAbout(session).containsAll(List.of("auth.user-deactivated.v1", "auth.tokens-revoked.v1")));

        assertThat(setStatus(session.userId(), "ACTIVE").status()).isEqualTo(200);

        assertThat(auth.get("/api/v1/users/me", auth.session(person).accessToken())
                        .status())
                .isEqualTo(200);
        assertThat(auth.get("/api/v1/users/me", session.accessToken()).status()).isEqualTo(401);
    }

    @Test
    void saysWhatStatusItCannotSet() {
        assertThat(setStatus("U-nobody", "DEACTIVATED").problem()).isEqualTo("account-not-found");
        assertThat(setStatus(session.userId(), "ERASED").status()).isEqualTo(400);
        String self =
                auth.get("/api/v1/users/me", operator).json().path("userId").asString();
        assertThat(setStatus(self, "DEACTIVATED").problem()).isEqualTo("own-account");
    }

    @Test
    void erases() throws Exception {
        Answer answer = erase(session, person.password());

        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        awaitRefused(session);
        assertThat(auth.signIn(person.email(), person.password()).status()).isEqualTo(401);
        Eventually.holds(
                "others hear of it",
                () -> typesAbout(session).containsAll(List.of("auth.user-erased.v1", "auth.tokens-revoked.v1")));
        assertThat(auth.database()
                        .sql("select count(*) from account where user_id = ?")
                        .param(session.userId())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(auth.database()
                        .sql("select data from replication.published_state where id = ? and aggregate = 'user'")
                        .param(session.userId())
                        .query(String.class)
                        .single())
                .doesNotContain(person.alias());
        assertThat(auth.post("/api/v1/owners", person.owner().toString()).status())
                .as("the e-mail is free again")
                .isEqualTo(201);
    }

    @Test
    void erasesNobodyWithoutTheirPassword() {
        assertThat(erase(session, "not the password").problem()).isEqualTo("wrong-password");
        assertThat(auth.send("POST", "/api/v1/users/me/erasure", "{}", session.accessToken())
                        .status())
                .isEqualTo(400);

        assertThat(auth.get("/api/v1/users/me", session.accessToken()).status()).isEqualTo(200);
    }

    private Answer changeProfile(String body) {
        return auth.send("PUT", "/api/v1/users/me", body, session.accessToken());
    }

    private Answer changePassword(String current, String next) {
        return auth.send(
                "PUT",
                "/api/v1/users/me/password",
                "{\"currentPassword\":\"%s\",\"newPassword\":\"%s\"}".formatted(current, next),
                session.accessToken());
    }

    private static Answer erase(Session session, String password) {
        return auth.send(
                "POST", "/api/v1/users/me/erasure", "{\"password\":\"%s\"}".formatted(password), session.accessToken());
    }

    private static Answer setStatus(String userId, String status) {
        return auth.send(
                "PUT", "/api/v1/users/%s/status".formatted(userId), "{\"status\":\"%s\"}".formatted(status), operator);
    }

    private static void awaitRefused(Session session) {
        Eventually.holds(
                "the former token is refused",
                () -> auth.get("/api/v1/users/me", session.accessToken()).status() == 401);
    }

    private static List<String> typesAbout(Session session) throws Exception {
        return tap.received().stream()
                .filter(letter -> letter.body().contains(session.userId()))
                .map(Tap.Letter::type)
                .toList();
    }
}
