package com.smartfitness.monitoring.watch;

import com.smartfitness.events.FaultType;
import com.smartfitness.monitoring.equipment.PingProperties;
import com.smartfitness.monitoring.equipment.TakenOutOfService;
import com.smartfitness.monitoring.fault.FaultProperties;
import com.smartfitness.monitoring.fault.Faults;
import com.smartfitness.monitoring.fault.Recovery;
import com.smartfitness.monitoring.fault.Symptom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Looks for silence. Every instance does: a row is taken by one of them, so nothing has to be agreed upon, and nothing
 * is late when an instance dies.
 */
@Component
class SilenceWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SilenceWatch.class);

    /** After the time for an answer, what has been taken is free again: whoever took it has died. */
    private static final Duration TO_NOTE_ANSWERS = Duration.ofSeconds(10);

    private final SilenceRecord silence;
    private final Pings pings;
    private final Faults faults;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final Duration taken;
    private final Duration recovery;
    private final Semaphore free;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean away;
    private volatile boolean ended;

    SilenceWatch(
            SilenceRecord silence,
            Pings pings,
            Faults faults,
            TransactionOperations transactions,
            Clock clock,
            WatchProperties properties,
            PingProperties ping,
            FaultProperties recovery) {
        this.silence = silence;
        this.pings = pings;
        this.faults = faults;
        this.transactions = transactions;
        this.clock = clock;
        this.taken = ping.timeout().plus(TO_NOTE_ANSWERS);
        this.recovery = recovery.recovery();
        this.free = new Semaphore(properties.pings());
    }

    /** Has silent equipment asked, without waiting for answers. */
    @Scheduled(fixedDelayString = "${monitoring.watch.interval:1s}")
    void look() {
        try {
            Instant now = clock.instant();
            silence.hears(now);
            List<SilentEquipment> silent = take(now);
            if (!silent.isEmpty()) {
                threads.execute(() -> askAll(silent));
            }
            away = false;
        } catch (RuntimeException failure) {
            tell(failure);
        }
    }

    private List<SilentEquipment> take(Instant now) {
        int left = free.drainPermits();
        try {
            List<SilentEquipment> silent = left == 0 ? List.of() : silence.take(left, now, now.plus(taken));
            left -= silent.size();
            return silent;
        } finally {
            free.release(left);
        }
    }

    private void askAll(List<SilentEquipment> silent) {
        try {
            Map<String, Future<Boolean>> asked = silent.stream()
                    .collect(Collectors.toMap(
                            SilentEquipment::id, one -> threads.submit(() -> pings.isAnswered(one.address()))));
            Map<Boolean, List<String>> byAnswer = asked.entrySet().stream()
                    .collect(Collectors.partitioningBy(
                            entry -> isTrue(entry.getValue()),
                            Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
            // Those whose asking was cut short by the end of the service have not been asked.
            if (!ended) {
                transactions.executeWithoutResult(
                        _ -> note(byAnswer.getOrDefault(true, List.of()), byAnswer.getOrDefault(false, List.of())));
            }
        } catch (RuntimeException failure) {
            // They are taken again when their time is over.
            tell(failure);
        } finally {
            free.release(silent.size());
        }
    }

    private void note(List<String> answered, List<String> unanswered) {
        Instant now = clock.instant();
        faults.close(silence.answered(answered, now, recovery).stream()
                .map(id -> new Recovery(id, FaultType.PING_FAILED))
                .toList());
        faults.open(silence.unanswered(unanswered, now).stream()
                .map(id -> new Symptom(id, FaultType.PING_FAILED, "Silent, and does not answer when asked."))
                .toList());
    }

    @EventListener
    void on(TakenOutOfService gone) {
        silence.forget(gone.equipment().value());
    }

    @Override
    public void close() {
        ended = true;
        threads.shutdownNow();
    }

    private static boolean isTrue(Future<Boolean> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Once: a store that is away fails every second. */
    private void tell(RuntimeException failure) {
        if (!away) {
            log.warn("Silence cannot be looked for at the moment, and is counted anew afterwards", failure);
        }
        away = true;
    }
}
