package com.smartfitness.defaults.live;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * One open stream: somebody who waits to be told that there is news. It holds no news itself, they are in the store: a
 * slow client costs a thread that waits for it and no memory.
 */
final class LiveStream implements AutoCloseable {

    private final String userId;
    private final LiveStreams streams;
    private final Semaphore news = new Semaphore(0);
    private volatile boolean ended;

    LiveStream(String userId, LiveStreams streams) {
        this.userId = userId;
        this.streams = streams;
    }

    String userId() {
        return userId;
    }

    /** Whether the stream is to go on. */
    boolean isOpen() {
        return !ended;
    }

    /** Waits for news, and returns whether there may be some. News that came before are not lost. */
    boolean awaitNews(Duration limit) throws InterruptedException {
        boolean woken = news.tryAcquire(Math.max(1, limit.toMillis()), TimeUnit.MILLISECONDS);
        news.drainPermits();
        return woken;
    }

    void wake() {
        news.release();
    }

    void end() {
        ended = true;
        news.release();
    }

    @Override
    public void close() {
        streams.forget(this);
    }
}
