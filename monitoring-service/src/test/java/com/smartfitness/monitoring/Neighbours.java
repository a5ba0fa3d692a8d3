package com.smartfitness.monitoring;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ConnectionFactory;
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
import com.smartfitness.stack.Credentials;
import com.smartfitness.testing.stores.Eventually;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.json.JsonMapper;

/** The other services, as far as the broker can tell: what they say, and what access and branchowner hear. */
public final class Neighbours {

    /** Those that the tests speak or listen for. */
    static final String[] SERVICES = {"branchowner", "access", "monitoring"};

    private static final long CONFIRM_MILLIS = 30_000;

    private final BrokerFacts broker;
    private final Map<String, Channel> channels = new ConcurrentHashMap<>();
    private final Queue<DomainEvent> heard = new ConcurrentLinkedQueue<>();

    Neighbours(BrokerFacts broker) {
        this.broker = broker;
        listen("access.equipment", "equipment-registered", "equipment-updated", "equipment-removed");
        listen("branchowner.faults", "equipment-fault-detected", "equipment-recovered");
    }

    /** Another service tells of one of its aggregates. */
    public void say(long version, DomainEvent event) {
        String type = EventCatalogue.typeOf(event.getClass()).value();
        String service = Names.sourceOf(type);
        byte[] data = JsonMapper.shared().writeValueAsBytes(event);
        CloudEvent said = new CloudEvent(
                UUID.randomUUID().toString(),
                Names.sourceUri(service),
                type,
                event.aggregateId(),
                Instant.now(),
                new Version(1, version),
                null,
                null,
                data);
        Eventually.holds(
                "somebody hears of " + type,
                () -> isRouted(channel(service), type, CloudEventHeaders.write(said, Names.brokerUser(service)), data));
    }

    /** Publishes as a relay does: what no queue is bound to yet comes back, before the confirm. */
    private static boolean isRouted(Channel channel, String type, BasicProperties properties, byte[] data)
            throws Exception {
        AtomicBoolean returned = new AtomicBoolean();
        ReturnListener listener = channel.addReturnListener((Return _) -> returned.set(true));
        try {
            channel.basicPublish(BrokerDefinitions.EVENTS, type, true, properties, data);
            channel.waitForConfirmsOrDie(CONFIRM_MILLIS);
        } finally {
            channel.removeReturnListener(listener);
        }
        return !returned.get();
    }

    /** All that was heard of an aggregate so far, in order; a version may come twice. */
    public List<DomainEvent> heardOf(String aggregateId) {
        return heard.stream()
                .filter(event -> event.aggregateId().equals(aggregateId))
                .distinct()
                .toList();
    }

    /** All of this kind so far. */
    public <E extends DomainEvent> List<E> heard(Class<E> kind) {
        return heard.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .distinct()
                .toList();
    }

    private void listen(String queue, String... types) {
        String service = queue.substring(0, queue.indexOf('.'));
        try {
            Channel channel = channel(service).getConnection().createChannel();
            channel.queueDeclare(queue, true, false, false, null);
            for (String type : types) {
                channel.queueBind(queue, BrokerDefinitions.EVENTS, "monitoring.%s.v1".formatted(type));
            }
            channel.basicConsume(
                    queue,
                    true,
                    (_, message) -> heard.add(JsonMapper.shared()
                            .readValue(
                                    message.getBody(),
                                    EventCatalogue.find(message.getEnvelope().getRoutingKey())
                                            .orElseThrow())),
                    _ -> {});
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private Channel channel(String service) {
        return channels.computeIfAbsent(service, this::connect);
    }

    private Channel connect(String service) {
        Credentials user = broker.user(service);
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(broker.host());
        factory.setPort(broker.port());
        factory.setVirtualHost(broker.virtualHost());
        factory.setUsername(user.username());
        factory.setPassword(user.password());
        try {
            Channel channel = factory.newConnection(service).createChannel();
            channel.confirmSelect();
            return channel;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
