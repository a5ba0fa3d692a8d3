package com.smartfitness.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.access.site.AccessSite;
import com.smartfitness.access.site.AccessSite.Gym;
import com.smartfitness.access.site.AccessSite.Member;
import com.smartfitness.access.site.Client;
import com.smartfitness.access.site.Client.Answer;
import com.smartfitness.testing.stores.Eventually;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The service while its store is killed: the class runs last, since the others share the store. */
@Order(Integer.MAX_VALUE)
class StoreOutageIT {

    private static final AccessSite site = AccessSite.shared();
    private static final Client client = site.client();
    private static final Gym gym = site.gym();

    @Test
    void keepsTheGateShutWithoutItsStoreAndGoesOnAfterwards() {
        Member member = site.member(gym);
        String before = client.verify(gym.gate(), member.face()).text("accessId");
        String path = "/api/v1/gates/%s/verifications".formatted(gym.gate().id());
        String body = Client.template(member.face(), "");
        String proof = gym.gate().proof("POST", path, body.getBytes(StandardCharsets.UTF_8));
        assertThat(client.sent("POST", path, body, proof, null).status()).isEqualTo(201);

        site.store().kill();
        Answer away = client.verify(gym.gate(), member.face());
        assertThat(away.status()).as(away.toString()).isEqualTo(503);
        assertThat(away.text("type")).endsWith("store-unavailable");
        site.store().start();

        Eventually.holds(
                "the gate opens again",
                () -> client.verify(gym.gate(), member.face()).text("decision").equals("GRANTED"));
        assertThat(client.sent("POST", path, body, proof, null).status()).isEqualTo(401);
        assertThat(client.get("/api/v1/accesses/" + before, member.id(), "CUSTOMER")
                        .status())
                .isEqualTo(200);
        site.neighbours().await("granted", "accessId", before);
    }

    @Test
    void losesNothingThatWasAcknowledgedWhenItIsKilled() throws Exception {
        List<Member> members = site.newcomers(120);
        Map<String, String> faces = new ConcurrentHashMap<>();
        Queue<String> entries = new ConcurrentLinkedQueue<>();
        AtomicInteger failures = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Semaphore free = new Semaphore(8);
            List<Future<?>> work = new ArrayList<>();
            for (Member member : members) {
                work.add(threads.submit(() -> {
                    free.acquireUninterruptibly();
                    faces.put(member.id(), untilAcknowledged(failures, "faceId", () -> enrol(member)));
                    entries.add(untilAcknowledged(failures, "accessId", () -> verify(member)));
                    free.release();
                }));
            }
            Eventually.holds("a third is enrolled", () -> faces.size() >= members.size() / 3);
            site.store().kill();
            Eventually.holds("somebody has noticed", () -> failures.get() > 0);
            site.store().start();
            for (Future<?> one : work) {
                one.get();
            }
        }

        assertThat(faces).hasSize(members.size());
        for (Member member : members) {
            String face = faces.get(member.id());
            assertThat(client.get("/api/v1/faces/me", member.id(), "CUSTOMER").text("faceId"))
                    .isEqualTo(face);
            site.neighbours().await("face-enrolled", "faceId", face);
            Eventually.becomes(
                    "the other instance finds the face",
                    () -> site.second().verify(gym.gate(), member.face()).text("reason"),
                    ""::equals);
        }
        for (String entry : entries) {
            Answer kept = client.get("/api/v1/accesses/" + entry, "U-operator", "OPERATOR");
            assertThat(kept.status()).as(kept.toString()).isEqualTo(200);
            String type = kept.text("decision").equals("GRANTED") ? "granted" : "denied";
            site.neighbours().await(type, "accessId", entry);
        }
    }

    private static Answer enrol(Member member) {
        return client.enrol(gym.camera(), member.id(), member.face());
    }

    private static Answer verify(Member member) {
        return client.verify(gym.gate(), member.face());
    }

    private static String untilAcknowledged(AtomicInteger failures, String field, Callable<Answer> request) {
        return Eventually.becomes("%s is acknowledged".formatted(field), request, answer -> {
                    boolean acknowledged = answer.status() == 200 || answer.status() == 201;
                    if (!acknowledged) {
                        failures.incrementAndGet();
                    }
                    return acknowledged;
                })
                .text(field);
    }
}
