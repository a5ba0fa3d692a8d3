package com.smartfitness.auth.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.auth.Person;
import com.smartfitness.auth.RunningAuth;
import com.smartfitness.auth.RunningAuth.Answer;
import com.smartfitness.auth.RunningAuth.Session;
import com.smartfitness.auth.Site;
import com.smartfitness.testing.stores.Eventually;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Begins a new data key while two instances work, and shows what is left of somebody who was erased. */
class KeySetRotationIT {

    private static final String CHEAP = "auth.password.memory=64";

    private final Site site = Site.fresh();

    @Test
    void encryptsEverythingAnewWhileItGoesOn() throws Exception {
        try (RunningAuth auth = site.start(CHEAP);
                RunningAuth other = site.start(CHEAP)) {
            String operator = auth.token(Site.OPERATOR_EMAIL, Site.OPERATOR_PASSWORD);
            Person early = Person.any();
            Person late = Person.any();
            Session first = auth.owner(early);
            Session second = auth.owner(late);
            asBeforeThereWereUsersKeys(auth, first, early);
            List<Map<String, Object>> before = rows(auth);

            Answer begun = auth.send("POST", "/api/v1/data-keys", null, operator);

            assertThat(begun.status()).as(begun.body()).isEqualTo(202);
            assertThat(begun.json().path("keys").asInt()).isEqualTo(2);
            Eventually.holds("nothing remains under the former key", () -> {
                assertReads(other, first, early);
                assertReads(auth, second, late);
                return auth.get("/api/v1/data-keys", operator)
                                .json()
                                .path("remaining")
                                .asInt(-1)
                        == 0;
            });
            assertThat(rows(auth)).doesNotContainAnyElementsOf(before);
            assertReads(other, first, early);
            assertReads(other, second, late);
            assertThat(other.signIn(early.email(), early.password()).status()).isEqualTo(200);
        }
        try (RunningAuth again = site.start(CHEAP)) {
            assertThat(again.token(Site.OPERATOR_EMAIL, Site.OPERATOR_PASSWORD)).isNotBlank();
        }
    }

    @Test
    void leavesNothingReadableOfWhoWasErased() {
        try (RunningAuth auth = site.start(CHEAP)) {
            Person person = Person.any();
            Session session = auth.owner(person);
            auth.database().sql("create table backup as select * from account").update();

            auth.send(
                    "POST",
                    "/api/v1/users/me/erasure",
                    "{\"password\":\"%s\"}".formatted(person.password()),
                    session.accessToken());
            auth.database()
                    .sql("insert into account select * from backup where user_id = ?")
                    .param(session.userId())
                    .update();

            String operator = auth.token(Site.OPERATOR_EMAIL, Site.OPERATOR_PASSWORD);
            assertThat(auth.get("/api/v1/users/" + session.userId(), operator).status())
                    .as("the row is back, and cannot be read")
                    .isEqualTo(500);
        }
    }

    @Test
    void changesNoKeySetThatIsNotItsOwn() throws Exception {
        site.start(CHEAP).close();
        String text = Files.readString(site.keys().resolve("encryption.json"));
        try (RunningAuth auth =
                site.start(CHEAP, "auth.encryption.keyset-file=", "auth.encryption.keyset=" + text.replace("\n", ""))) {
            String operator = auth.token(Site.OPERATOR_EMAIL, Site.OPERATOR_PASSWORD);

            assertThat(auth.send("POST", "/api/v1/data-keys", null, operator).problem())
                    .isEqualTo("key-set-not-a-file");
        }
    }

    /** Encrypted with the service's key itself. */
    private static void asBeforeThereWereUsersKeys(RunningAuth auth, Session session, Person person) {
        FieldCipher cipher = auth.bean(FieldCipher.class);
        String id = session.userId();
        auth.bean(DataKeys.class).destroy(id);
        auth.database()
                .sql("update account set email = ?, name = ?, phone = ? where user_id = ?")
                .params(
                        cipher.encrypt(person.email(), new Column("account", "email"), id),
                        cipher.encrypt(person.name(), new Column("account", "name"), id),
                        cipher.encrypt(person.phone(), new Column("account", "phone"), id),
                        id)
                .update();
    }

    private static void assertReads(RunningAuth auth, Session session, Person person) {
        Answer profile = auth.get("/api/v1/users/me", session.accessToken());
        assertThat(profile.status()).as(profile.body()).isEqualTo(200);
        assertThat(profile.json().path("name").asString()).isEqualTo(person.name());
        assertThat(profile.json().path("phone").asString()).isEqualTo(person.phone());
    }

    /** Every value that is encrypted, one a row. */
    private static List<Map<String, Object>> rows(RunningAuth auth) {
        return auth.database().sql("""
                        select encode(v, 'hex') as v from (
                            select email from account union all select name from account union all select phone from account
                            union all select private_jwk from signing_key union all select wrapped from keyring.data_key
                        ) as everything (v) where v is not null""").query().listOfRows();
    }
}
