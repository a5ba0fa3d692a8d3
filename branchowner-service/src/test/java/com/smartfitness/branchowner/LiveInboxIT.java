package com.smartfitness.branchowner;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.branchowner.inbox.Entry;
import com.smartfitness.branchowner.inbox.InboxRepository;
import com.smartfitness.branchowner.replica.UserId;
import com.smartfitness.testing.live.LiveEvents;
import com.smartfitness.testing.stores.Eventually;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The inbox as it happens. */
class LiveInboxIT extends Neighbourhood {

    private static final String ENTRIES = "/api/v1/inbox/entries";

    private final User owner = signedUp(User.anOwner());
    private final String branchId = register(owner).text("branchId");

    @Test
    void tellsEveryTabAtOnce() {
        try (LiveEvents one = service.stream("", owner);
                LiveEvents two = service.stream("", owner)) {
            one.awaitUnread(0);
            two.awaitUnread(0);

            List<String> told = tell(2);

            one.awaitEntries(told);
            two.awaitEntries(told);
            one.awaitUnread(2);
            one.awaitKeepAlive();
        }
    }

    @Test
    void goesOnWhereTheClientHasStopped() {
        List<String> told = tell(3);

        try (LiveEvents resumed = service.stream("?after=0", owner, "Last-Event-ID", told.getFirst());
                LiveEvents listed = service.stream("?after=" + told.get(1), owner);
                LiveEvents fresh = service.stream("", owner)) {
            resumed.awaitEntries(told.subList(1, 3));
            listed.awaitEntries(told.subList(2, 3));
            fresh.awaitUnread(3);
            assertThat(fresh.entries()).isEmpty();
        }
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void hearsOfWhatHappensInAnotherInstance(CapturedOutput log) {
        String entry = tell(1).getFirst();
        try (RunningBranchOwner another = startAnother();
                LiveEvents tab = another.stream("", owner)) {
            tab.awaitUnread(1);

            service.post(ENTRIES + "/" + entry + "/read", "", owner).expect(204);
            tab.awaitUnread(0);
            tab.awaitEntries(List.of());
            tab.awaitEntries(tell(1));
        }
        assertThat(log.getAll()).doesNotContain("marked as broken");
    }

    @Test
    void endsWhenTheAccountIsOutOfUse() {
        try (LiveEvents tab = service.stream("", owner)) {
            tab.awaitUnread(0);
            neighbours.say(2, deactivate(owner));
            tab.awaitEnd();
        }
    }

    @Test
    void refusesOneStreamTooManyUntilOneIsClosed() {
        LiveEvents first = service.stream("", owner);
        try (first;
                LiveEvents _ = service.stream("", owner);
                LiveEvents _ = service.stream("", owner)) {
            Answer refused = service.get("/api/v1/inbox/stream", owner);
            refused.expectProblem(429, "too-many-streams");
            assertThat(refused.header("Retry-After")).isNotEmpty();
        }
        Eventually.holds("a stream can be opened again", () -> {
            try (LiveEvents again = service.stream("", owner)) {
                return again != null;
            } catch (AssertionError e) {
                return false;
            }
        });
    }

    @Test
    void refusesAPlaceThatIsNone() {
        service.get("/api/v1/inbox/stream?after=x", owner).expectProblem(400, "invalid-request");
        service.get("/api/v1/inbox/stream?after=-1", owner).expectProblem(400, "invalid-request");
    }

    /** Readers go by the highest id that they have seen; transactions that overlap must not hide an entry from them. */
    @Test
    void skipsNoEntryHoweverTransactionsOverlap() throws Exception {
        InboxRepository inboxes = service.bean(InboxRepository.class);
        UserId reader = new UserId(owner.id());
        List<Long> seen = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> writers = IntStream.range(0, 4)
                    .mapToObj(_ -> threads.submit((Callable<Integer>) this::writeReviews))
                    .toList();
            while (!writers.stream().allMatch(Future::isDone)) {
                readOn(inboxes, reader, seen);
            }
            readOn(inboxes, reader, seen);

            int committed = writers.stream().mapToInt(Future::resultNow).sum();
            assertThat(seen).hasSize(committed).isSorted().doesNotHaveDuplicates();
        }
    }

    private static void readOn(InboxRepository inboxes, UserId reader, List<Long> seen) {
        inboxes.after(reader, seen.isEmpty() ? 0 : seen.getLast(), 100).stream()
                .map(Entry::entryId)
                .forEach(seen::add);
    }

    /** Transactions that stay open for a moment after writing, of which every fourth is rolled back. */
    private int writeReviews() throws Exception {
        int committed = 0;
        try (Connection connection = service.bean(DataSource.class).getConnection()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < 20; i++) {
                try (PreparedStatement insert = connection.prepareStatement("""
                        with written as (
                            insert into known_review (review_id, branch_id, rating, text, created_at)
                            values (?, ?, 5, '', now()) returning 1)
                        select pg_sleep(random() * 0.004) from written
                        """)) {
                    insert.setString(1, anyId("R"));
                    insert.setString(2, branchId);
                    insert.execute();
                }
                try (PreparedStatement hold = connection.prepareStatement("select pg_sleep(random() * 0.004)")) {
                    hold.execute();
                }
                if (i % 4 == 3) {
                    connection.rollback();
                } else {
                    connection.commit();
                    committed++;
                }
            }
        }
        return committed;
    }

    /** Ids of new entries, oldest first. */
    private List<String> tell(int count) {
        List<String> before = service.get(ENTRIES, owner).expect(200).items("entryId");
        for (int i = 0; i < count; i++) {
            neighbours.say(1, anyFault(branchId));
        }
        List<String> after = Eventually.becomes(
                "the entries are there",
                () -> service.get(ENTRIES, owner).items("entryId"),
                entries -> entries.size() == before.size() + count);
        return after.subList(0, count).reversed();
    }
}
