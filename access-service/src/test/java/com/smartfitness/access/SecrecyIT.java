package com.smartfitness.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.access.site.AccessSite;
import com.smartfitness.access.site.AccessSite.Gym;
import com.smartfitness.access.site.AccessSite.Member;
import com.smartfitness.access.site.Client;
import com.smartfitness.testing.neighbours.HeardEvent;
import com.smartfitness.testing.stores.ChildJvm;
import com.smartfitness.testing.stores.Eventually;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where templates are looked for, and must not be found. */
class SecrecyIT {

    private static final AccessSite site = AccessSite.shared();
    private static final Client client = site.client();
    private static final Gym gym = site.gym();

    @TempDir
    private Path directory;

    @Test
    void leavesNoTemplateInTheStoreOrAtTheBroker() {
        Member member = site.member(gym);
        client.verify(gym.gate(), member.face());
        String faceId = client.get("/api/v1/faces/me", member.id(), "CUSTOMER").text("faceId");
        site.neighbours().await("face-enrolled", "faceId", faceId);

        Disguises disguises = Disguises.of(member.face());

        assertThat(disguises.foundIn(Client.template(member.face(), "").getBytes(StandardCharsets.UTF_8)))
                .as("is found where it is")
                .hasSize(3);
        assertThat(new String(site.storedBytes(), StandardCharsets.ISO_8859_1)).contains(member.id());
        assertThat(disguises.foundIn(site.storedBytes())).as("append-only file").isEmpty();
        assertThat(disguises.foundIn(site.dumpedBytes())).as("dump").isEmpty();
        for (HeardEvent heard : site.neighbours().everything()) {
            assertThat(disguises.foundIn(heard.message().data()))
                    .as(heard.type())
                    .isEmpty();
        }
    }

    @Test
    void leavesNoTemplateOnTheHeapOrInTheLog() throws Exception {
        Member stored = site.member(gym);
        try (ChildJvm process = site.startProcess()) {
            Client instance = site.clientOf(process);
            Member verified = site.member(gym);
            Eventually.becomes(
                    "both are found",
                    () -> instance.verify(gym.gate(), verified.face()).text("decision"),
                    "GRANTED"::equals);
            Member enrolled = new Member(verified.id(), site.faces().anybody());
            assertThat(instance.enrol(gym.camera(), enrolled.id(), enrolled.face())
                            .status())
                    .isEqualTo(200);
            instance.verify(gym.gate(), site.faces().anybody());

            Path dump = heapDump(process);

            Disguises disguises = Disguises.of(stored.face(), verified.face(), enrolled.face());
            assertThat(disguises.foundIn(dump)).as("heap").isEmpty();
            assertThat(disguises.foundIn(process.output().getBytes(StandardCharsets.UTF_8)))
                    .as("log")
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"heapdump", "threaddump", "env", "configprops", "loggers", "beans", "mappings"})
    void showsNobodyItsInside(String endpoint) {
        assertThat(client.get("/actuator/" + endpoint).status()).isIn(401, 404);
        assertThat(client.get("/actuator/" + endpoint, "U-operator", "OPERATOR").status())
                .isEqualTo(404);
    }

    /** All that is reachable, as a debugger would find it. */
    private Path heapDump(ChildJvm process) throws IOException, InterruptedException {
        Path dump = directory.resolve("heap.hprof");
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        "GC.heap_dump",
                        dump.toString())
                .redirectErrorStream(true)
                .start();
        String told = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(jcmd.waitFor()).as(told).isZero();
        return dump;
    }
}
