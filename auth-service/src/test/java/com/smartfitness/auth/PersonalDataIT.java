package com.smartfitness.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.stack.DatabaseFacts;
import com.smartfitness.testing.servers.TestPostgres;
import com.smartfitness.testing.stores.Stores;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.node.ObjectNode;

/** Looks for what is personal wherever it could have been left: by what all e-mails, names and so on have in common. */
@ExtendWith(OutputCaptureExtension.class)
class PersonalDataIT {

    private static final int USERS = 100;

    @Test
    void isNowhereInTheClear(CapturedOutput log) throws Exception {
        List<Person> people =
                IntStream.range(0, USERS).mapToObj(number -> Person.any()).toList();
        List<Tap.Letter> letters;
        try (TestPostgres server = Stores.startOwnPostgres()) {
            DatabaseFacts database = server.admin().createDatabase("auth");
            Site site = Site.on(database, Stores.broker().newVirtualHost("auth", "branchowner", "helper"));
            try (Tap tap = Tap.on(site.broker(), "auth.#");
                    RunningAuth auth = site.start("auth.password.memory=64", "auth.throttle.source-attempts=1000")) {
                people.forEach(person -> live(auth, person));
                tap.about(people.getLast().alias());
                letters = tap.received();
            }
            String dumped = dump(database);
            server.stop();

            // Tables, indexes, write-ahead log and the server's own log, as they lie on the disk.
            String stored = new String(server.storedBytes(), StandardCharsets.ISO_8859_1);
            String sent = letters.toString();
            assertThat(letters).hasSizeGreaterThan(USERS);
            assertThat(List.of(stored, dumped))
                    .as("what others may know")
                    .allMatch(text -> text.contains(people.getFirst().alias()));
            for (String secret : List.of("minji.", "김민지", "+82 10-", "correct horse")) {
                String bytes = new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
                assertThat(people).allMatch(person -> person.toString().contains(secret));
                assertThat(stored.contains(bytes))
                        .as("files of the database: " + secret)
                        .isFalse();
                assertThat(dumped).as("a dump: " + secret).doesNotContain(secret, hex(secret));
                assertThat(sent.contains(secret)).as("queues: " + secret).isFalse();
                assertThat(log.getAll().contains(secret)).as("logs: " + secret).isFalse();
            }
        }
    }

    /** Something of everything that somebody can do. */
    private static void live(RunningAuth auth, Person person) {
        RunningAuth.Session session = auth.owner(person);
        auth.signIn(person.email(), "not " + person.password());
        auth.post("/api/v1/owners", person.owner().toString());
        auth.get("/api/v1/users/me", session.accessToken());
        ObjectNode profile = person.owner();
        profile.remove(List.of("email", "password"));
        auth.send("PUT", "/api/v1/users/me", profile.put("alias", person.alias() + "!"), session.accessToken());
        auth.refresh(session.refreshToken());
    }

    /** All rows of all tables as text, as a dump has them: bytes in hexadecimal digits, nothing compressed. */
    private static String dump(DatabaseFacts database) {
        JdbcClient client = JdbcClient.create(
                new DriverManagerDataSource(database.jdbcUrl(), database.username(), database.password()));
        return client.sql("""
                        SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables
                        WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
                        """).query(String.class).list().stream()
                .flatMap(table ->
                        client.sql("SELECT t::text FROM %s t".formatted(table)).query(String.class).list().stream())
                .collect(Collectors.joining("\n"));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
