package com.smartfitness.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.access.site.AccessSite;
import com.smartfitness.access.site.AccessSite.Gym;
import com.smartfitness.access.site.AccessSite.Member;
import com.smartfitness.access.site.Client;
import com.smartfitness.access.site.Client.Answer;
import com.smartfitness.access.site.CommandReader;
import com.smartfitness.access.site.CommandReader.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ways in without a face, and what becomes of open commands. */
@Timeout(60) // a command that does not come
class OpeningIT {

    private static final AccessSite site = AccessSite.shared();
    private static final Client client = site.client();
    private static final Gym gym = site.gym();

    @Test
    void tellsOfEveryOpeningThatNobodyReportsHoweverMany() {
        Member member = site.member(gym);
        List<Gym> gyms = List.of(site.gym(), site.gym());
        List<String> silent = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            silent.add(client.verify(gyms.get(i % 2).gate(), member.face()).text("accessId"));
        }

        assertThat(silent)
                .allSatisfy(id -> assertThat(site.neighbours()
                                .await("gate-open-failed", "accessId", id)
                                .path("reason")
                                .asString())
                        .isEqualTo("NOT_REPORTED"));
    }

    @Test
    void settlesWithTheGatesReportOrWithoutOne() {
        Member member = site.member(gym);
        String opened = client.verify(gym.gate(), member.face()).text("accessId");
        String jammed = client.verify(gym.gate(), member.face()).text("accessId");
        String silent = client.verify(gym.gate(), member.face()).text("accessId");

        assertThat(client.report(gym.gate(), opened, "{\"opened\":true}").status())
                .isEqualTo(204);
        assertThat(client.report(gym.gate(), jammed, "{\"opened\":false,\"reason\":\"JAMMED\"}")
                        .status())
                .isEqualTo(204);
        assertThat(client.report(gym.gate(), opened, "{\"opened\":true}").status())
                .isEqualTo(409);
        assertThat(client.report(site.gym().gate(), silent, "{\"opened\":true}").status())
                .isEqualTo(404);
        assertThat(client.report(gym.gate(), silent, "{\"opened\":false}").status())
                .isEqualTo(400);

        assertThat(site.neighbours()
                        .await("gate-open-failed", "accessId", jammed)
                        .path("reason")
                        .asString())
                .isEqualTo("JAMMED");
        assertThat(site.neighbours()
                        .await("gate-open-failed", "accessId", silent)
                        .path("reason")
                        .asString())
                .isEqualTo("NOT_REPORTED");
        assertThat(client.get("/api/v1/accesses/" + opened, member.id(), "CUSTOMER")
                        .text("outcome"))
                .isEqualTo("OPENED");
    }

    @Test
    void opensOneGateOnceForACodeThatManyUseAtOnceAtBothInstances() throws Exception {
        List<Client> instances = List.of(client, site.second());
        List<String> users =
                Stream.generate(() -> site.member(gym).id()).limit(5).toList();
        Gym busy = site.gym();
        Gym other = site.gym();
        Answer code = client.code(busy.gate());
        assertThat(code.status()).as(code.toString()).isEqualTo(200);
        try (CommandReader stream = CommandReader.at(site.second(), busy.gate(), null);
                CommandReader otherStream = CommandReader.at(client, other.gate(), null);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answer>> uses = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                Client instance = instances.get(i % instances.size());
                String user = users.get(i % users.size());
                uses.add(() -> instance.useCode(user, code.text("code")));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> use : threads.invokeAll(uses)) {
                answers.add(use.get());
            }

            assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(99);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() == 201)
                    .singleElement()
                    .extracting(answer -> answer.text("accessId"))
                    .isEqualTo(stream.next().accessId());
            // Had there been more, they would have come before what follows.
            String next = openFromAfar(busy);
            assertThat(stream.next().accessId()).isEqualTo(next);
            String others = openFromAfar(other);
            assertThat(otherStream.next().accessId()).isEqualTo(others);
        }
    }

    @Test
    void reachesAGateOnceThatConnectsAgainAtAnotherInstance() {
        String seen;
        try (CommandReader stream = CommandReader.at(client, gym.gate(), null)) {
            String first = openFromAfar(gym);
            Command command = stream.next();
            assertThat(command.accessId()).isEqualTo(first);
            assertThat(command.claims().getAudience())
                    .containsExactly(gym.gate().id());
            seen = command.eventId();
        }
        String missed = openFromAfar(gym);

        try (CommandReader again = CommandReader.at(site.second(), gym.gate(), seen)) {
            assertThat(again.next().accessId()).isEqualTo(missed);
            String next = openFromAfar(gym);
            assertThat(again.next().accessId()).isEqualTo(next);
        }
    }

    @Test
    void takesNoCodeThatNoGateShows() {
        Member member = site.member(gym);
        String code = client.code(gym.gate()).text("code");

        for (String wrong : List.of("x", code.substring(0, code.length() - 5) + "AAAAA", "a.b.c")) {
            assertThat(client.useCode(member.id(), wrong).text("type")).endsWith("invalid-gate-code");
        }
        assertThat(client.post("/api/v1/gates/x/openings", "U", "OPERATOR", "").status())
                .isEqualTo(404);
        assertThat(client.post("/api/v1/gates/x/openings", "U", "CUSTOMER", "").status())
                .isEqualTo(403);
    }

    private static String openFromAfar(Gym where) {
        Answer answer =
                client.post("/api/v1/gates/%s/openings".formatted(where.gate().id()), "U-operator", "OPERATOR", "");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.text("accessId");
    }
}
