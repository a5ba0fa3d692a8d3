package com.smartfitness.replication.snapshot;

import com.smartfitness.events.EventCatalogue;
import com.smartfitness.events.Exchanges;
import com.smartfitness.replication.ReplicationProperties;
import com.smartfitness.replication.StoreUnavailableException;
import com.smartfitness.replication.broker.CloudEvent;
import com.smartfitness.replication.broker.ConfirmedPublisher;
import com.smartfitness.replication.broker.Names;
import com.smartfitness.replication.broker.OutgoingMessage;
import com.smartfitness.replication.outbox.Outbox;
import com.smartfitness.replication.outbox.PublishedPage;
import com.smartfitness.replication.outbox.PublishedPage.PublishedState;
import com.smartfitness.replication.outbox.StateHash;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Goes through all that a source has published, again and again, and tells consumers what it adds up to. Of several
 * instances the one that relays does.
 */
public final class DigestPublisher implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(DigestPublisher.class);

    private final Outbox outbox;
    private final BooleanSupplier relaying;
    private final ConfirmedPublisher publisher;
    private final ReplicationProperties properties;
    private final JsonMapper json;
    private final Names names;
    private final CountDownLatch stopped = new CountDownLatch(1);

    public DigestPublisher(
            Outbox outbox,
            BooleanSupplier relaying,
            ConfirmedPublisher publisher,
            ReplicationProperties properties,
            JsonMapper json) {
        this.outbox = outbox;
        this.relaying = relaying;
        this.publisher = publisher;
        this.properties = properties;
        this.json = json;
        this.names = new Names(properties.service());
    }

    /** Ends the run after the page in hand. */
    public void stop() {
        stopped.countDown();
    }

    @Override
    public void run() {
        try {
            while (!isStoppedWithin(properties.digest().interval())) {
                if (relaying.getAsBoolean()) {
                    publishAll();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            publisher.close();
        }
    }

    private void publishAll() throws InterruptedException {
        try {
            for (String aggregate : aggregates()) {
                String after = null;
                do {
                    after = publish(aggregate, after);
                } while (after != null && !isStoppedWithin(properties.digest().pause()));
            }
        } catch (IOException | StoreUnavailableException e) {
            log.info(
                    "Digests are interrupted and begin again in {}: {}",
                    properties.digest().interval(),
                    e.toString());
        } catch (RuntimeException e) {
            log.error(
                    "Digests failed and begin again in {}", properties.digest().interval(), e);
        }
    }

    /** Those of which nothing was published as well: a copy that has something of them is wrong. */
    private List<String> aggregates() {
        return Stream.concat(
                        outbox.aggregates().stream(),
                        EventCatalogue.aggregatesOf(Names.sourceUri(properties.service())).stream())
                .distinct()
                .filter(aggregate -> !outbox.forgets(aggregate))
                .sorted()
                .toList();
    }

    /** Returns where the next stretch begins; null after the last. */
    private @Nullable String publish(String aggregate, @Nullable String after)
            throws IOException, InterruptedException {
        PublishedPage page =
                outbox.published(aggregate, after, properties.snapshot().chunkRows());
        Set<String> busy = Busy.among(outbox, aggregate, page);
        StateDigest digest =
                new StateDigest(aggregate, page.epoch(), after, page.next(), sum(page.states(), busy), busy);
        send(names.digestType(aggregate), json.writeValueAsBytes(digest));
        return page.next();
    }

    private static long sum(List<PublishedState> states, Set<String> busy) {
        return states.stream()
                .filter(state -> !busy.contains(state.id()))
                .mapToLong(state -> StateHash.print(state.id(), state.version(), state.hash()))
                .sum();
    }

    private void send(String type, byte[] data) throws IOException, InterruptedException {
        CloudEvent event = CloudEvent.aside(names.service(), type, null, Instant.now(), data);
        publisher.publish(OutgoingMessage.of(event, names.service(), Exchanges.EVENTS, type, false));
    }

    private boolean isStoppedWithin(Duration time) throws InterruptedException {
        return stopped.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }
}
