package com.smartfitness.bench.namastack;

import com.smartfitness.events.EventCatalogue;
import com.smartfitness.events.Exchanges;
import io.namastack.outbox.handler.OutboxRecordMetadata;
import io.namastack.outbox.handler.OutboxTypedHandler;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Sends a record and returns when the broker has confirmed it, as the library's own RabbitMQ module does. */
final class ConfirmedSender implements OutboxTypedHandler<BranchChange> {

    private static final int CONFIRM_SECONDS = 10;

    private final RabbitTemplate rabbit;

    ConfirmedSender(RabbitTemplate rabbit) {
        this.rabbit = rabbit;
    }

    @Override
    public void handle(BranchChange change, OutboxRecordMetadata metadata) {
        Message message = MessageBuilder.withBody(JsonMapper.shared().writeValueAsBytes(change))
                .setContentType("application/json")
                .setDeliveryMode(MessageDeliveryMode.PERSISTENT)
                .build();
        CorrelationData correlation = new CorrelationData(UUID.randomUUID().toString());
        String type = EventCatalogue.typeOf(change.branch().getClass()).value();
        rabbit.send(Exchanges.EVENTS, type, message, correlation);
        try {
            boolean confirmed = correlation
                    .getFuture()
                    .get(CONFIRM_SECONDS, TimeUnit.SECONDS)
                    .ack();
            if (!confirmed || correlation.getReturned() != null) {
                throw new IllegalStateException("The broker did not take " + type);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
