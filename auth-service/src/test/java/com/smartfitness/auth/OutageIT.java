package com.smartfitness.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.auth.RunningAuth.Answer;
import com.smartfitness.stack.BrokerDefinitions;
import com.smartfitness.testing.servers.TestBroker;
import com.smartfitness.testing.servers.TestPostgres;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import org.junit.jupiter.api.Test;

/** What callers see while a server that this service needs is away. */
class OutageIT {

    @Test
    void answersProblemsWhileTheDatabaseIsAway() {
        try (TestPostgres server = Stores.startOwnPostgres();
                RunningAuth auth = Site.on(
                                server.admin().createDatabase("auth"),
                                Stores.broker().newVirtualHost("auth", "branchowner", "helper"))
                        .start()) {
            Person person = Person.any();
            auth.post("/api/v1/owners", person.owner().toString());
            String token = auth.token(person.email(), person.password());
            assertThat(auth.get("/api/v1/users/me", token).status()).isEqualTo(200);
            server.stop();

            assertUnavailable(auth.post("/api/v1/owners", Person.any().owner().toString()));
            assertUnavailable(auth.signIn(person.email(), person.password()));
            assertUnavailable(auth.get("/api/v1/users/me", token));
            assertUnavailable(auth.get("/.well-known/jwks.json"));
            assertThat(auth.get("/actuator/health/liveness").status()).isEqualTo(200);

            server.start();
            Eventually.holds(
                    "signing in works again",
                    () -> auth.signIn(person.email(), person.password()).status() == 200);
        }
    }

    @Test
    void signsUpWhileTheBrokerIsAwayAndTellsOfItAfterwards() throws Exception {
        try (TestBroker server = Stores.startOwnBroker()) {
            Site site = Site.on(
                    Stores.postgres().newDatabase(),
                    server.admin()
                            .define(new BrokerDefinitions("/", user -> "secret of " + user)
                                    .service("auth")
                                    .service("branchowner")
                                    .service("helper")));
            Tap.on(site.broker(), "auth.user-created.v1").close();
            try (RunningAuth auth = site.start()) {
                server.settleQueues();
                server.stop();

                Person person = Person.any();
                Answer answer = auth.post("/api/v1/owners", person.owner().toString());
                assertThat(answer.status()).isEqualTo(201);
                assertThat(auth.signIn(person.email(), person.password()).status())
                        .isEqualTo(200);

                server.start();
                try (Tap tap = Tap.on(site.broker(), "auth.user-created.v1")) {
                    assertThat(tap.about(answer.json().path("userId").asString())
                                    .body())
                            .contains(person.alias());
                }
            }
        }
    }

    private static void assertUnavailable(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("store-unavailable");
    }
}
