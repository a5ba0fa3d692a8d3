package com.smartfitness.testing.neighbours;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.Return;
import com.rabbitmq.client.ReturnListener;
import com.smartfitness.events.DomainEvent;
import com.smartfitness.events.EventCatalogue;
import com.smartfitness.replication.Version;
import com.smartfitness.replication.broker.CloudEvent;
import com.smartfitness.replication.broker.CloudEventHeaders;
import com.smartfitness.replication.broker.Names;
import com.smartfitness.stack.BrokerDefinitions;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.testing.stores.BrokerClients;
import com.smartfitness.testing.stores.Eventually;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The services around one that is tested, each under its own user at the broker: they say what is theirs, and hear what
 * the tested one says. They keep nothing, and answer no requests for snapshots.
 */
public final class OtherServices implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final AtomicLong VERSIONS = new AtomicLong();

    private final BrokerFacts broker;
    private final Map<String, Channel> channels = new ConcurrentHashMap<>();
    private final Queue<HeardEvent> heard = new ConcurrentLinkedQueue<>();

    private OtherServices(BrokerFacts broker) {
        this.broker = broker;
    }

    /** For a virtual host at which each of the services that speak or hear has a user. */
    public static OtherServices at(BrokerFacts broker) {
        return new OtherServices(broker);
    }

    /** The service whose event it is tells of a version after all those before. */
    public void say(DomainEvent event) {
        say(VERSIONS.incrementAndGet(), event);
    }

    /** The service whose event it is tells of a version of its aggregate. Returns when a queue has taken it. */
    public void say(long version, DomainEvent event) {
        sayAll(version, List.of(event));
    }

    /** One service tells of many aggregates, a version of each after all those before. */
    public void sayAll(List<? extends DomainEvent> events) {
        sayAll(VERSIONS.incrementAndGet(), events);
    }

    /** One service tells of the same version of many aggregates. Returns when queues have taken all of them. */
    public void sayAll(long version, List<? extends DomainEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        List<CloudEvent> messages =
                events.stream().map(event -> message(version, event)).toList();
        String type = messages.getFirst().type();
        String service = Names.sourceOf(type);
        Channel channel = channel(service);
        // A channel is for one thread at a time.
        synchronized (channel) {
            Eventually.holds("somebody hears of " + type, PATIENCE, () -> isRouted(channel, service, messages));
        }
    }

    /** The service to which the queue belongs hears of these events from now on. */
    public void hear(String queue, List<Class<? extends DomainEvent>> kinds) {
        bind(
                queue,
                kinds.stream().map(kind -> EventCatalogue.typeOf(kind).value()).toList());
    }

    /** The service to which the queue belongs hears from now on whatever this one says. */
    public void hearAllOf(String service, String queue) {
        bind(queue, List.of(service + ".#"));
    }

    private void bind(String queue, List<String> bindings) {
        try {
            Channel channel = channel(Names.sourceOf(queue)).getConnection().createChannel();
            channel.queueDeclare(queue, true, false, false, Map.of("x-queue-type", "quorum"));
            for (String binding : bindings) {
                channel.queueBind(queue, BrokerDefinitions.EVENTS, binding);
            }
            channel.basicConsume(queue, true, (_, message) -> heard.add(read(message)), _ -> {});
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static HeardEvent read(Delivery message) {
        return new HeardEvent(CloudEventHeaders.read(
                message.getEnvelope().getRoutingKey(), message.getProperties(), message.getBody()));
    }

    /** Everything that was heard so far, in order; an event may come twice. */
    public List<HeardEvent> heard() {
        return List.copyOf(heard);
    }

    /** All events of this kind so far, in order. */
    public <E extends DomainEvent> List<E> heard(Class<E> kind) {
        String type = EventCatalogue.typeOf(kind).value();
        return heard.stream()
                .filter(one -> one.type().equals(type))
                .map(one -> kind.cast(one.event()))
                .distinct()
                .toList();
    }

    /** All messages about an aggregate so far, in order. */
    public List<CloudEvent> messagesAbout(String aggregateId) {
        return heard.stream()
                .map(HeardEvent::message)
                .filter(message -> aggregateId.equals(message.subject()))
                .toList();
    }

    /** All that was heard of an aggregate so far, in order, each once. */
    public List<DomainEvent> heardOf(String aggregateId) {
        return heard.stream()
                .filter(one -> aggregateId.equals(one.message().subject()))
                .map(HeardEvent::event)
                .distinct()
                .toList();
    }

    /** What events of a type say whose field has this value, in order. */
    public List<JsonNode> heard(String type, String field, String value) {
        return heard.stream()
                .filter(one -> one.type().equals(type))
                .map(HeardEvent::json)
                .filter(data -> data.path(field).asString("").equals(value))
                .toList();
    }

    /** Waits for the first of them. */
    public JsonNode await(String type, String field, String value) {
        return Eventually.becomes(
                        "%s with %s %s".formatted(type, field, value),
                        () -> heard(type, field, value),
                        found -> !found.isEmpty())
                .getFirst();
    }

    private static CloudEvent message(long version, DomainEvent event) {
        String type = EventCatalogue.typeOf(event.getClass()).value();
        return new CloudEvent(
                UUID.randomUUID().toString(),
                Names.sourceUri(Names.sourceOf(type)),
                type,
                event.aggregateId(),
                Instant.now(),
                new Version(1, version),
                null,
                null,
                JsonMapper.shared().writeValueAsBytes(event));
    }

    /** Publishes as a relay does: what no queue is bound to yet comes back, before the confirm. */
    private static boolean isRouted(Channel channel, String service, List<CloudEvent> messages) throws Exception {
        AtomicBoolean returned = new AtomicBoolean();
        ReturnListener listener = channel.addReturnListener((Return _) -> returned.set(true));
        try {
            for (CloudEvent message : messages) {
                channel.basicPublish(
                        BrokerDefinitions.EVENTS,
                        message.type(),
                        true,
                        CloudEventHeaders.write(message, Names.brokerUser(service)),
                        message.data());
            }
            channel.waitForConfirmsOrDie(PATIENCE.toMillis());
        } finally {
            channel.removeReturnListener(listener);
        }
        return !returned.get();
    }

    private Channel channel(String service) {
        return channels.computeIfAbsent(service, this::connect);
    }

    private Channel connect(String service) {
        try {
            Channel channel = BrokerClients.of(broker, service)
                    .newConnection("neighbour " + service)
                    .createChannel();
            channel.confirmSelect();
            return channel;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        channels.values().forEach(channel -> channel.getConnection().abort());
    }
}
