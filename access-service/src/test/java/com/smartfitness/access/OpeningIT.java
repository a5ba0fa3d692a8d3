package com.smartfitness.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import com.smartfitness.access.site.AccessSite;
import com.smartfitness.access.site.AccessSite.Gym;
import com.smartfitness.access.site.AccessSite.Member;
import com.smartfitness.access.site.Client;
import com.smartfitness.access.site.Client.Answer;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Ways in without a face, and what becomes of open commands. */
class OpeningIT {

    private static final AccessSite site = AccessSite.shared();
    private static final Client client = site.client();
    private static final Gym gym = site.gym();

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
    void reachesTheGateOnceForACodeThatManyUseAtOnce() throws Exception {
        List<String> users = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            users.add(site.member(gym).id());
        }
        Answer code = client.code(gym.gate());
        assertThat(code.status()).as(code.toString()).isEqualTo(200);
        List<String> events;
        try (BufferedReader stream = commands(null);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answer>> uses = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                String user = users.get(i % users.size());
                uses.add(() -> client.useCode(user, code.text("code")));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> use : threads.invokeAll(uses)) {
                answers.add(use.get());
            }

            assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
            assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(99);
            events = event(stream);
            SignedJWT command = SignedJWT.parse(events.getLast());
            assertThat(command.getJWTClaimsSet().getAudience())
                    .containsExactly(gym.gate().id());
            assertThat(answers.stream()
                            .filter(answer -> answer.status() == 201)
                            .findFirst()
                            .orElseThrow()
                            .text("accessId"))
                    .isEqualTo(command.getJWTClaimsSet().getJWTID());
        }
        Answer next =
                client.post("/api/v1/gates/%s/openings".formatted(gym.gate().id()), "U-operator", "OPERATOR", "");
        assertThat(next.status()).as(next.toString()).isEqualTo(201);
        try (BufferedReader again = commands(events.getFirst())) {
            assertThat(SignedJWT.parse(event(again).getLast()).getJWTClaimsSet().getJWTID())
                    .isEqualTo(next.text("accessId"));
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

    private static BufferedReader commands(String lastSeen) {
        return new BufferedReader(new InputStreamReader(client.commands(gym.gate(), lastSeen), StandardCharsets.UTF_8));
    }

    /** Id and data of the next event. */
    private static List<String> event(BufferedReader stream) throws Exception {
        String id = "";
        while (true) {
            String line = stream.readLine();
            if (line.startsWith("id:")) {
                id = line.substring("id:".length());
            } else if (line.startsWith("data:")) {
                return List.of(id, line.substring("data:".length()));
            }
        }
    }
}
