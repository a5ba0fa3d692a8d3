package com.smartfitness.replication.consumer;

import com.rabbitmq.client.AMQP.BasicProperties;

/** A message as the broker delivered it, unacknowledged. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Delivery(long tag, String routingKey, BasicProperties properties, byte[] body) {}
