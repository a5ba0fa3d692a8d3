package com.smartfitness.branchowner.inbox.live;

import com.smartfitness.branchowner.replica.UserId;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * One open stream: somebody who waits to be told that there is news. It holds no news itself, they are in the store: a
 * slow client costs a thread that waits for it and no memory.
 */
final class LiveStream implements AutoCloseable {

    private final UserId owner;
    private final LiveStreams streams;
    private final Semaphore news = new Semaphore(0);
    private volatile boolean ended;

    LiveStream(UserId owner, LiveStreams streams) {
        this.owner = owner;
        this.streams = streams;
    }

    UserId owner() {
        return owner;
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
