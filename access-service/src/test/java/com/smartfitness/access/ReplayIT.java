package com.smartfitness.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.access.AlteredRequests.Request;
import com.smartfitness.access.site.AccessSite;
import com.smartfitness.access.site.AccessSite.Gym;
import com.smartfitness.access.site.AccessSite.Member;
import com.smartfitness.access.site.Client;
import com.smartfitness.access.site.Client.Answer;
import com.smartfitness.testing.stores.Eventually;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Requests of devices that are altered, late or repeated, many of them, at two instances and across a killed store. */
@Order(Integer.MAX_VALUE - 1)
class ReplayIT {

    private static final long SEED = 20_260_101;
    private static final int REQUESTS = 10_000;
    private static final int AT_ONCE = 32;

    private static final AccessSite site = AccessSite.shared();
    private static final List<Client> clients = List.of(site.client(), site.second());
    private static final Client client = clients.getFirst();
    private static final Gym gym = site.gym();

    @Test
    void refusesWhateverIsNotTheRequestItselfForTheFirstTime() {
        Member member = site.member(gym);
        String granted = client.verify(gym.gate(), member.face()).text("accessId");
        AlteredRequests requests = new AlteredRequests(gym, member, granted);
        for (Request good : requests.good()) {
            assertThat(good.send(client).status()).as(good.path()).isBetween(200, 299);
        }
        List<String> recorded = recorded(member);

        LongStream before = LongStream.range(SEED, SEED + REQUESTS / 2);
        assertThat(accepted(before.mapToObj(requests::altered).toList())).isEmpty();
        site.store().kill();
        site.store().start();
        clients.forEach(one -> Eventually.holds(
                "the store is back", () -> one.code(site.gym().gate()).status() == 200));
        assertThat(accepted(requests.good())).isEmpty();
        LongStream after = LongStream.range(SEED + REQUESTS / 2, SEED + REQUESTS);
        assertThat(accepted(after.mapToObj(requests::altered).toList())).isEmpty();

        assertThat(recorded(member)).isEqualTo(recorded);
    }

    /** Those that were not answered with 401, by both instances in turn. */
    private static Queue<String> accepted(List<Request> requests) {
        Queue<String> accepted = new ConcurrentLinkedQueue<>();
        Semaphore free = new Semaphore(AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < requests.size(); i++) {
                Request request = requests.get(i);
                Client one = clients.get(i % clients.size());
                free.acquireUninterruptibly();
                threads.execute(() -> {
                    try {
                        Answer answer = request.send(one);
                        if (answer.status() != 401) {
                            accepted.add("%s: %s to %s".formatted(answer, request.what(), request.path()));
                        }
                    } catch (RuntimeException e) {
                        accepted.add(request.what() + ": " + e);
                    } finally {
                        free.release();
                    }
                });
            }
        }
        return accepted;
    }

    /** What the owner and the user can see of what has happened. */
    private static List<String> recorded(Member member) {
        List<String> recorded = new ArrayList<>();
        client.get("/api/v1/accesses?limit=100&branchId=" + gym.branch(), gym.owner(), "BRANCH_OWNER")
                .json()
                .path("items")
                .forEach(entry -> recorded.add(entry.path("accessId").asString()));
        recorded.add(client.get("/api/v1/faces/me", member.id(), "CUSTOMER").text("faceId"));
        return recorded;
    }
}
