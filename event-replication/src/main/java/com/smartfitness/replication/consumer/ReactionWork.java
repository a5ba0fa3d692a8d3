package com.smartfitness.replication.consumer;

import com.smartfitness.events.DomainEvent;
import com.smartfitness.replication.StoreUnavailableException;
import com.smartfitness.replication.broker.CloudEvent;
import com.smartfitness.replication.inbox.Inbox;
import com.smartfitness.replication.trace.TraceContext;
import java.io.IOException;
import java.util.Collection;
import java.util.List;

/** Runs a {@link com.smartfitness.replication.Reaction}: each event once, in a transaction of its own. */
public final class ReactionWork implements Work {

    private final String queue;
    private final EventHandlers handlers;
    private final Inbox inbox;
    private final ConsumerObserver observer;

    public ReactionWork(String queue, EventHandlers handlers, Inbox inbox, ConsumerObserver observer) {
        this.queue = queue;
        this.handlers = handlers;
        this.inbox = inbox;
        this.observer = observer;
    }

    @Override
    public String queue() {
        return queue;
    }

    @Override
    public Collection<String> types() {
        return handlers.types();
    }

    @Override
    public Collection<String> addressed() {
        return List.of();
    }

    @Override
    public void handle(List<Incoming> batch, Failures failures) throws IOException, InterruptedException {
        for (Incoming message : batch) {
            CloudEvent event = message.event();
            try {
                DomainEvent fact = handlers.read(event.type(), event.data());
                boolean first = inbox.once(queue, event.id(), () -> react(event, fact));
                observer.applied(queue, List.of(event), first ? 1 : 0);
            } catch (StoreUnavailableException e) {
                throw e;
            } catch (RuntimeException e) {
                failures.add(message, e);
            }
        }
    }

    /** What it changes belongs to the trace of what it reacts to. */
    private void react(CloudEvent event, DomainEvent fact) {
        TraceContext cause = TraceContext.parse(event.traceparent()).orElseGet(TraceContext::fresh);
        try (TraceContext.Scope _ = cause.enter()) {
            handlers.call(event.type(), fact);
        }
    }
}
