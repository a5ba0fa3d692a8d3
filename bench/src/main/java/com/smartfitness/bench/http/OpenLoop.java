package com.smartfitness.bench.http;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Sends requests when they are due, whether or not earlier ones have been answered: a stall counts for all it delays. */
public final class OpenLoop {

    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(1);

    private final HttpClient client;
    private final IntFunction<HttpRequest> requests;
    private final Check check;
    private final Histogram micros = new ConcurrentHistogram(LONGEST_MICROS, 3);
    private final AtomicLong failed = new AtomicLong();
    private Semaphore free = new Semaphore(Integer.MAX_VALUE);

    /** @param requests that are sent in turn */
    public OpenLoop(HttpClient client, List<HttpRequest> requests) {
        this(client, number -> requests.get(number % requests.size()));
    }

    /** @param requests made when each is due, by its number; making one counts as part of its time */
    public OpenLoop(HttpClient client, IntFunction<HttpRequest> requests) {
        this(client, requests, (_, answer) -> answer.statusCode() / 100 == 2);
    }

    /**
     * For answers of which some are wrong.
     *
     * @param requests made when each is due, by its number; making one counts as part of its time
     */
    public OpenLoop(HttpClient client, IntFunction<HttpRequest> requests, Check check) {
        this.client = client;
        this.requests = requests;
        this.check = check;
    }

    /** Tells right answers from failures. */
    @FunctionalInterface
    public interface Check {

        /** Whether this is the right answer to the request of that number. */
        boolean isRight(int number, HttpResponse<byte[]> answer);
    }

    /**
     * No more than so many are under way at once, as where each who asks has one connection: what is due meanwhile waits,
     * and that counts as part of its time. Otherwise it goes out over another connection, which costs both sides.
     */
    public OpenLoop atOnce(int most) {
        free = new Semaphore(most);
        return this;
    }

    /** Goes on for some seconds, and waits for the answers. */
    public void run(int perSecond, int seconds) {
        int count = perSecond * seconds;
        CompletableFuture<?>[] answers = new CompletableFuture<?>[count];
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = start + i * 1_000_000_000L / perSecond;
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            free.acquireUninterruptibly();
            answers[i] = send(i, due);
        }
        CompletableFuture.allOf(answers).join();
    }

    /** All that was sent so far. */
    public Latency latency() {
        return Latency.of(micros, failed.get());
    }

    private CompletableFuture<?> send(int number, long due) {
        return client.sendAsync(requests.apply(number), BodyHandlers.ofByteArray())
                .handle((answer, failure) -> {
                    free.release();
                    long took = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due);
                    micros.recordValue(Math.min(took, LONGEST_MICROS));
                    if (failure != null || !check.isRight(number, answer)) {
                        failed.incrementAndGet();
                    }
                    return took;
                });
    }
}
