package com.smartfitness.replication.report;

import com.rabbitmq.client.Delivery;
import com.smartfitness.events.Exchanges;
import com.smartfitness.replication.broker.CloudEvent;
import com.smartfitness.replication.broker.CloudEventHeaders;
import com.smartfitness.replication.broker.MalformedEventException;
import com.smartfitness.replication.broker.Names;
import com.smartfitness.replication.broker.OutgoingMessage;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reports on the wire: events like others, but about no aggregate, and of no use a moment later. */
final class ReportMessages {

    private static final String TYPE = ".replication-report.v1";

    /** Those of all services. */
    static final String ALL = "*" + TYPE;

    private final JsonMapper json;

    ReportMessages(JsonMapper json) {
        this.json = json;
    }

    OutgoingMessage write(InstanceReport report) {
        byte[] body = json.writeValueAsBytes(report);
        CloudEvent event = new CloudEvent(
                UUID.randomUUID().toString(),
                Names.sourceUri(report.service()),
                report.service() + TYPE,
                report.instance(),
                report.at(),
                null,
                null,
                null,
                body);
        return new OutgoingMessage(
                Exchanges.EVENTS,
                event.type(),
                false,
                CloudEventHeaders.write(event, Names.brokerUser(report.service())),
                body);
    }

    /** @throws MalformedEventException where it is no report, or one about somebody else */
    InstanceReport read(Delivery delivery) {
        try {
            InstanceReport report = json.readValue(delivery.getBody(), InstanceReport.class);
            String sender = delivery.getProperties().getUserId();
            if (report == null || !Names.brokerUser(report.service()).equals(sender)) {
                throw new MalformedEventException("A process reports of itself alone");
            }
            return report;
        } catch (JacksonException | NullPointerException e) {
            throw new MalformedEventException("Not a report of a process", e);
        }
    }
}
