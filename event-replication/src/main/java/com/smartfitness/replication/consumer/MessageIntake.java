package com.smartfitness.replication.consumer;

import com.smartfitness.replication.ReplicationProperties;
import com.smartfitness.replication.broker.CloudEvent;
import com.smartfitness.replication.broker.CloudEventHeaders;
import com.smartfitness.replication.broker.MalformedEventException;
import com.smartfitness.replication.broker.Names;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads deliveries; what can never be read, or pretends to be from somebody else, is a dead letter at once. */
final class MessageIntake {

    private final Work work;
    private final ReplicationProperties properties;
    private final SetAside setAside;

    MessageIntake(Work work, ReplicationProperties properties, SetAside setAside) {
        this.work = work;
        this.properties = properties;
        this.setAside = setAside;
    }

    List<Incoming> admit(List<Delivery> deliveries) throws IOException, InterruptedException {
        List<Incoming> admitted = new ArrayList<>(deliveries.size());
        for (Delivery delivery : deliveries) {
            try {
                admitted.add(admit(delivery));
            } catch (MalformedEventException e) {
                setAside.giveUp(setAside.originalRoutingKey(delivery), delivery.properties(), delivery.body(), e);
            }
        }
        return admitted;
    }

    private Incoming admit(Delivery delivery) {
        long limit = properties.consumer().maxMessageSize().toBytes();
        if (delivery.body().length > limit) {
            throw new MalformedEventException(
                    "The message has " + delivery.body().length + " bytes, more than " + limit);
        }
        String routingKey = setAside.originalRoutingKey(delivery);
        CloudEvent event = CloudEventHeaders.read(routingKey, delivery.properties(), delivery.body());
        boolean outside =
                Sender.isOutside(event, routingKey, delivery.properties(), Names.brokerUser(properties.service()));
        if (outside && !work.acceptsOutsiders()) {
            throw new MalformedEventException(work.queue() + " takes no events from producers outside this code base");
        }
        return new Incoming(routingKey, delivery.properties(), event, outside);
    }
}
