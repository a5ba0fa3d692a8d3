package com.smartfitness.replication.consumer;

import com.rabbitmq.client.AMQP.BasicProperties;

/**
 * A message as the broker delivered it, unacknowledged.
 *
 * @param redelivered whether it was delivered before, to somebody who went without acknowledging it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Delivery(long tag, boolean redelivered, String routingKey, BasicProperties properties, byte[] body) {}
