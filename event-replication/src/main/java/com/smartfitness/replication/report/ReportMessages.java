package com.smartfitness.replication.report;

import com.rabbitmq.client.Delivery;
import com.smartfitness.events.Exchanges;
import com.smartfitness.replication.broker.CloudEvent;
import com.smartfitness.replication.broker.MalformedEventException;
import com.smartfitness.replication.broker.Names;
import com.smartfitness.replication.broker.OutgoingMessage;
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
        CloudEvent event = CloudEvent.aside(
                report.service(),
                report.service() + TYPE,
                report.instance(),
                report.at(),
                json.writeValueAsBytes(report));
        return OutgoingMessage.of(event, report.service(), Exchanges.EVENTS, event.type(), false);
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
