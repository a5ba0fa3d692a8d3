package com.smartfitness.helper.judgement;

import com.smartfitness.events.LaundryModelActivatedEvent;
import com.smartfitness.events.LaundryModelRejectedEvent;
import com.smartfitness.events.ModelType;
import com.smartfitness.events.ModelUseEvent;
import com.smartfitness.helper.replica.KnownModel;
import com.smartfitness.models.ModelsProperties;
import com.smartfitness.replication.EventPublisher;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells mlops-service what became of its deployments. A model is swapped whether or not the database can take the report
 * at that moment, so reports wait here until it can. For one thread.
 */
@Component
class ModelReports {

    private final EventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String instance;
    private final Deque<ModelUseEvent> waiting = new ArrayDeque<>();

    ModelReports(EventPublisher events, TransactionTemplate transaction, Clock clock, ModelsProperties properties) {
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
        this.instance = properties.instanceOrHost();
    }

    void activated(KnownModel model) {
        waiting.add(new LaundryModelActivatedEvent(ModelType.LAUNDRY, model.version(), instance, now()));
    }

    void rejected(KnownModel model, String reason) {
        waiting.add(new LaundryModelRejectedEvent(ModelType.LAUNDRY, model.version(), instance, reason, now()));
    }

    /** Sends what waits; what cannot be sent waits on. */
    void send() {
        for (ModelUseEvent report = waiting.peek(); report != null; report = waiting.peek()) {
            ModelUseEvent next = report;
            transaction.executeWithoutResult(running -> events.publish(next));
            waiting.remove();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
