package com.smartfitness.access.store;

import com.smartfitness.replication.StoreUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.stream.ByteRecord;
import org.springframework.data.redis.connection.stream.ReadOffset;
import org.springframework.data.redis.connection.stream.StreamOffset;
import org.springframework.data.redis.connection.stream.StreamReadOptions;

/**
 * Follows a stream in Redis, on a thread and a connection of its own, and begins anew whenever the connection was lost or
 * some time has passed: whoever follows catches up then with what the stream may not have told.
 */
public abstract class StreamTail implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(StreamTail.class);
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final int BATCH = 500;

    private final Store store;
    private final String stream;
    private final Duration renewal;
    private volatile @Nullable Thread thread;
    private volatile boolean away;

    /**
     * A follower that has not begun.
     *
     * @param renewal after how long it begins anew
     */
    protected StreamTail(Store store, String stream, Duration renewal) {
        this.store = store;
        this.stream = stream;
        this.renewal = renewal;
    }

    /**
     * Catches up with all there is.
     *
     * @param now the Redis server's newest record of the stream, {@code 0-0} where there is none
     * @return the record after which to follow
     */
    protected abstract String begin(String now);

    /** Takes note of a record. */
    protected abstract void follow(ByteRecord added);

    @Override
    public void start() {
        Thread tail = Thread.ofVirtual().name("tail " + stream).unstarted(this::run);
        // Before it starts, since it goes on for as long as it is the one.
        thread = tail;
        tail.start();
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (isRunning()) {
            try (RedisConnection connection = store.connect()) {
                followFor(renewal, connection);
                away = false;
            } catch (DataAccessException | StoreUnavailableException e) {
                if (isRunning() && !away) {
                    log.warn("Redis is away; {} is followed again when it is back: {}", stream, e.toString());
                }
                away = true;
                LockSupport.parkNanos(WAIT.toNanos());
            } catch (RuntimeException e) {
                if (isRunning()) {
                    log.error("{} is followed anew after a failure", stream, e);
                }
                LockSupport.parkNanos(WAIT.toNanos());
            }
        }
    }

    private void followFor(Duration time, RedisConnection connection) {
        String at = begin(newest(connection));
        long end = System.nanoTime() + time.toNanos();
        while (isRunning() && System.nanoTime() < end) {
            @SuppressWarnings("unchecked") // an array of one generic type
            List<ByteRecord> added = connection
                    .streamCommands()
                    .xRead(
                            StreamReadOptions.empty().block(WAIT).count(BATCH),
                            StreamOffset.create(Store.bytes(stream), ReadOffset.from(at)));
            for (ByteRecord one : added == null ? List.<ByteRecord>of() : added) {
                follow(one);
                at = one.getId().getValue();
            }
        }
    }

    private String newest(RedisConnection connection) {
        List<ByteRecord> last = connection
                .streamCommands()
                .xRevRange(
                        Store.bytes(stream),
                        org.springframework.data.domain.Range.unbounded(),
                        org.springframework.data.redis.connection.Limit.limit().count(1));
        return last == null || last.isEmpty() ? "0-0" : last.getFirst().getId().getValue();
    }
}
