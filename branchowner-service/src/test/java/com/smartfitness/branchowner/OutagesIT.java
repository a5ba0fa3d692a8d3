package com.smartfitness.branchowner;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.replication.broker.CloudEvent;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.testing.live.LiveEvents;
import com.smartfitness.testing.neighbours.OtherServices;
import com.smartfitness.testing.servers.TestPostgres;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import com.smartfitness.testing.stores.TcpLink;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The service while its database is stopped, and while the broker cannot be reached. */
class OutagesIT {

    private static final String BRANCH = "{\"name\": \"Mapo\", \"address\": \"45 Yanghwa-ro\"}";

    private static TestPostgres store;
    private static TcpLink toBroker;
    private static OtherServices neighbours;
    private static RunningBranchOwner service;
    private static final User owner = User.anOwner();

    @BeforeAll
    static void start() {
        store = Stores.startOwnPostgres();
        BrokerFacts broker = Stores.broker().newVirtualHost(Neighbourhood.SERVICES);
        toBroker = TcpLink.to(broker.port());
        neighbours = Neighbourhood.around(broker);
        service = RunningBranchOwner.start(
                store.admin().createDatabase("branchowner"),
                new BrokerFacts(broker.host(), toBroker.port(), broker.virtualHost(), broker.users()));
        neighbours.say(1, Neighbourhood.signUp(owner, "Kim"));
        Eventually.holds(
                "the owner is known",
                () -> service.post("/api/v1/branches", BRANCH, owner).status() == 201);
    }

    @AfterAll
    static void stop() {
        service.close();
        neighbours.close();
        toBroker.close();
        store.close();
    }

    @Test
    void answersThatTheStoreIsAwayUntilItIsBack() {
        Answer branch = service.post("/api/v1/branches", BRANCH, owner).expect(201);
        String path = "/api/v1/branches/" + branch.text("branchId");

        store.stop();
        Answer refused = service.post("/api/v1/branches", BRANCH, owner).expectProblem(503, "store-unavailable");
        assertThat(refused.header("Retry-After")).isNotEmpty();
        service.get(path, owner).expectProblem(503, "store-unavailable");
        service.get(path + "/tasks", owner).expectProblem(503, "store-unavailable");

        store.start();
        Eventually.holds(
                "the branch is read again", () -> service.get(path, owner).status() == 200);
        service.put(path, BRANCH.replace("Mapo", "Hongdae"), branch.eTag(), owner)
                .expect(200);
        awaitEvents(branch, 2);
    }

    @Test
    void tellsLiveStreamsAfterwardsWhatHappenedMeanwhileAndNothingTwice() {
        String branch =
                service.post("/api/v1/branches", BRANCH, owner).expect(201).text("branchId");
        breaks(branch);
        try (LiveEvents tab = service.stream("?after=0", owner)) {
            tab.awaitEntries(1);

            store.stop();
            breaks(branch);
            tab.awaitKeepAlive();
            service.get("/api/v1/inbox/stream", owner).expectProblem(503, "store-unavailable");
            store.start();

            List<String> told = tab.awaitEntries(2);
            try (LiveEvents again = service.stream("", owner, "Last-Event-ID", told.getFirst())) {
                again.awaitEntries(1);
                breaks(branch);
                List<String> all = tab.awaitEntries(3);
                again.awaitEntries(all.subList(1, 3));
                assertThat(all).hasSize(3).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void goesOnWithoutTheBrokerAndTellsLater() {
        toBroker.cut();
        Answer branch = service.post("/api/v1/branches", BRANCH, owner).expect(201);
        String path = "/api/v1/branches/" + branch.text("branchId");
        service.post(path + "/closure", "", owner).expect(200);
        service.get(path + "/tasks", owner).expect(200);
        assertThat(neighbours.messagesAbout(branch.text("branchId"))).isEmpty();

        toBroker.restore();

        awaitEvents(branch, 2);
    }

    /** Equipment of the branch does not work any more. */
    private static void breaks(String branchId) {
        neighbours.say(1, Neighbourhood.anyFault(branchId));
    }

    private static void awaitEvents(Answer branch, int count) {
        Eventually.holds(
                count + " versions of the branch have arrived",
                // A version may come twice: when its row could not be removed any more after it was sent.
                () -> neighbours.messagesAbout(branch.text("branchId")).stream()
                                .map(CloudEvent::version)
                                .distinct()
                                .count()
                        == count);
    }
}
