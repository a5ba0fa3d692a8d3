package com.smartfitness.replication.consumer;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.smartfitness.replication.broker.CloudEvent;

/**
 * A readable delivery whose sender may say what it says.
 *
 * @param fromOutside whether it comes from a producer outside this code base
 */
public record Incoming(String routingKey, BasicProperties properties, CloudEvent event, boolean fromOutside) {}
