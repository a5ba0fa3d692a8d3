package com.smartfitness.replication.broker;

import com.rabbitmq.client.AMQP.BasicProperties;

/**
 * A message on its way to an exchange.
 *
 * @param mandatory whether the broker is to return it when no queue takes it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record OutgoingMessage(
        String exchange, String routingKey, boolean mandatory, BasicProperties properties, byte[] body) {

    /** An event as its service sends it. */
    public static OutgoingMessage of(
            CloudEvent event, String service, String exchange, String routingKey, boolean mandatory) {
        return new OutgoingMessage(
                exchange,
                routingKey,
                mandatory,
                CloudEventHeaders.write(event, Names.brokerUser(service)),
                event.data());
    }
}
