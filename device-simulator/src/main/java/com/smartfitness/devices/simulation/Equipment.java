package com.smartfitness.devices.simulation;

import com.smartfitness.devices.SigningDevice;
import com.smartfitness.devices.simulation.DeviceLink.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * A registered piece of equipment that reports as real ones do: signed, in its own rhythm, and again with the next report
 * where one could not be delivered. What has changed is never left out; of what stayed the same the newest is enough.
 */
public final class Equipment implements AutoCloseable {

    private final SigningDevice device;
    private final String branchId;
    private final PingPort port;
    private final Deque<Report> unsent = new ArrayDeque<>();
    private volatile @Nullable String error;
    private volatile boolean silent;

    /**
     * Equipment that is well.
     *
     * @param device under the id that the register has given it
     * @param port whose address is in the register
     */
    public Equipment(SigningDevice device, String branchId, PingPort port) {
        this.device = device;
        this.branchId = branchId;
        this.port = port;
    }

    /** What the equipment says of itself; well where there is no error. */
    private record Report(@Nullable String error, Instant at, Instant due) {

        boolean saysTheSameAs(Report other) {
            return error == null ? other.error == null : error.equals(other.error);
        }

        String json() {
            return error == null
                    ? "{\"health\":\"OK\",\"at\":\"%s\"}".formatted(at)
                    : "{\"health\":\"ERROR\",\"detail\":\"%s\",\"at\":\"%s\"}".formatted(error, at);
        }
    }

    public String id() {
        return device.id();
    }

    public String branchId() {
        return branchId;
    }

    /** What signs for it. */
    public SigningDevice device() {
        return device;
    }

    /** From its next report on it says that something is wrong. */
    void fail(String detail) {
        error = detail;
    }

    /** Neither reports nor answers. */
    void fallSilent() {
        silent = true;
        port.close();
    }

    /** Is well from its next report on, and answers again. */
    void recover() {
        error = null;
        silent = false;
        port.reopen();
    }

    /** Reports once in each interval until interrupted; the first time after a delay, so that not all do at once. */
    void reportEvery(Duration interval, Duration delay, DeviceLink link, Watcher watcher) {
        Instant due = Instant.now().plus(delay);
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Duration left = Duration.between(Instant.now(), due);
                if (left.isPositive()) {
                    Thread.sleep(left);
                }
                Instant now = Instant.now();
                if (!silent) {
                    remember(new Report(error, now, due));
                    deliver(link, watcher);
                }
                due = nextBeat(due, interval, now);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** The first after the last report: one report makes up for all beats that were missed, as it tells all there is. */
    static Instant nextBeat(Instant due, Duration interval, Instant reported) {
        long late = Math.max(0, Duration.between(due, reported).toMillis());
        return due.plus(interval.multipliedBy(1 + late / interval.toMillis()));
    }

    private void remember(Report report) {
        if (!unsent.isEmpty() && unsent.getLast().saysTheSameAs(report)) {
            unsent.removeLast();
        }
        unsent.addLast(report);
    }

    private void deliver(DeviceLink link, Watcher watcher) throws InterruptedException {
        String path = "/api/v1/equipment/%s/reports".formatted(id());
        for (Report report = unsent.peek(); report != null; report = unsent.peek()) {
            if (report.error() != null) {
                watcher.tells(this, report.due());
            }
            long began = System.nanoTime();
            Reply reply = link.post(device, path, report.json());
            watcher.reported(this, reply.status(), Duration.ofNanos(System.nanoTime() - began));
            if (reply.isPassing()) {
                return;
            }
            unsent.remove();
        }
    }

    @Override
    public void close() {
        port.close();
    }
}
