package com.smartfitness.replication.example;

import com.smartfitness.replication.broker.CloudEvent;
import com.smartfitness.replication.consumer.ConsumerObserver;
import com.smartfitness.replication.outbox.Outbox;
import com.smartfitness.replication.outbox.PendingEvent;
import com.smartfitness.replication.outbox.RelayObserver;
import com.smartfitness.replication.replica.ReplicaStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/**
 * Stops a thread forever at one exact point and says so on standard output, so that a test can kill the process there.
 *
 * <p>{@code stop.at} names the point: {@code relay.taken}, {@code relay.confirmed}, {@code applied.<queue>}, or {@code
 * snapshot.answered} and {@code snapshot.applied}, which count chunks; {@code stop.after} says how many events or chunks
 * have to have come that far, 1 by default.
 */
@ConditionalOnProperty("stop.at")
public final class StopPoint implements RelayObserver, ConsumerObserver, BeanPostProcessor {

    private final String at;
    private final long after;
    private final AtomicLong passed = new AtomicLong();

    StopPoint(@Value("${stop.at}") String at, @Value("${stop.after:1}") long after) {
        this.at = at;
        this.after = after;
    }

    @Override
    public void taken(List<PendingEvent> batch) {
        reached("relay.taken", batch.size());
    }

    @Override
    public void confirmed(List<PendingEvent> batch) {
        reached("relay.confirmed", batch.size());
    }

    @Override
    public void applied(String queue, List<CloudEvent> events, int fresh) {
        reached("applied." + queue, events.size());
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return switch (bean) {
            case Outbox outbox -> counting(Outbox.class, outbox, "published", "snapshot.answered");
            case ReplicaStore store -> counting(ReplicaStore.class, store, "advance", "snapshot.applied");
            default -> bean;
        };
    }

    private <T> T counting(Class<T> port, T adapter, String method, String point) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, called, arguments) -> {
                    try {
                        Object result = called.invoke(adapter, arguments);
                        if (called.getName().equals(method)) {
                            reached(point, 1);
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private void reached(String point, int further) {
        if (point.equals(at) && passed.addAndGet(further) >= after) {
            System.out.println("STOPPED AT " + at);
            while (true) {
                LockSupport.park();
            }
        }
    }
}
