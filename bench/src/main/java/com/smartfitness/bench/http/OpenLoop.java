package com.smartfitness.bench.http;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
    private final Histogram micros = new ConcurrentHistogram(LONGEST_MICROS, 3);
    private final AtomicLong failed = new AtomicLong();

    /** @param requests that are sent in turn */
    public OpenLoop(HttpClient client, List<HttpRequest> requests) {
        this(client, number -> requests.get(number % requests.size()));
    }

    /** @param requests made when each is due, by its number; making one counts as part of its time */
    public OpenLoop(HttpClient client, IntFunction<HttpRequest> requests) {
        this.client = client;
        this.requests = requests;
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
            answers[i] = send(requests.apply(i), due);
        }
        CompletableFuture.allOf(answers).join();
    }

    /** All that was sent so far. */
    public Latency latency() {
        return Latency.of(micros, failed.get());
    }

    private CompletableFuture<?> send(HttpRequest request, long due) {
        return client.sendAsync(request, BodyHandlers.ofByteArray()).handle((answer, failure) -> {
            long took = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due);
            micros.recordValue(Math.min(took, LONGEST_MICROS));
            if (failure != null || answer.statusCode() / 100 != 2) {
                failed.incrementAndGet();
            }
            return took;
        });
    }
}
