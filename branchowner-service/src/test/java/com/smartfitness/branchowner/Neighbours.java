package com.smartfitness.branchowner;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.Return;
import com.rabbitmq.client.ReturnListener;
import com.smartfitness.events.DomainEvent;
import com.smartfitness.events.EventCatalogue;
import com.smartfitness.events.UserCreatedEvent;
import com.smartfitness.events.UserDeactivatedEvent;
import com.smartfitness.events.UserStatus;
import com.smartfitness.replication.Version;
import com.smartfitness.replication.broker.CloudEvent;
import com.smartfitness.replication.broker.CloudEventHeaders;
import com.smartfitness.replication.broker.Names;
import com.smartfitness.stack.BrokerDefinitions;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.Credentials;
import com.smartfitness.testing.stores.Eventually;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.json.JsonMapper;

/** The services that this one hears, as far as the broker can tell. */
final class Neighbours implements AutoCloseable {

    private static final List<String> BRANCHES =
            List.of("branchowner.branch-created.v1", "branchowner.branch-updated.v1", "branchowner.branch-closed.v1");
    static final String[] USERS = {"auth", "helper", "search", "monitoring", "branchowner"};

    private static final long CONFIRM_MILLIS = 30_000;

    private final BrokerFacts broker;
    private final Channel auth;
    private final Channel helper;
    private final Channel search;
    private final Channel monitoring;
    private final Queue<CloudEvent> heard = new ConcurrentLinkedQueue<>();

    private Neighbours(BrokerFacts broker) throws Exception {
        this.broker = broker;
        auth = connect("auth");
        helper = connect("helper");
        search = connect("search");
        monitoring = connect("monitoring");
        Channel listening = auth.getConnection().createChannel();
        String queue = listening
                .queueDeclare("auth.branches", true, false, false, null)
                .getQueue();
        for (String type : BRANCHES) {
            listening.queueBind(queue, BrokerDefinitions.EVENTS, type);
        }
        listening.basicConsume(
                queue,
                true,
                (_, message) -> heard.add(CloudEventHeaders.read(
                        message.getEnvelope().getRoutingKey(), message.getProperties(), message.getBody())),
                _ -> {});
    }

    static Neighbours at(BrokerFacts broker) {
        try {
            return new Neighbours(broker);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** auth-service tells of a new account. */
    void signUp(User user, String alias) {
        sayFromAuth(1, new UserCreatedEvent(user.id(), user.role(), alias, null, UserStatus.ACTIVE, Instant.now()));
    }

    /** auth-service tells of an account that is out of use. */
    void deactivate(User user) {
        sayFromAuth(
                2,
                new UserDeactivatedEvent(user.id(), user.role(), "gone", null, UserStatus.DEACTIVATED, Instant.now()));
    }

    void sayFromAuth(long version, DomainEvent event) {
        say(auth, "auth", version, event);
    }

    void sayFromHelper(long version, DomainEvent event) {
        say(helper, "helper", version, event);
    }

    void sayFromSearch(long version, DomainEvent event) {
        say(search, "search", version, event);
    }

    void sayFromMonitoring(long version, DomainEvent event) {
        say(monitoring, "monitoring", version, event);
    }

    /** All that was heard of a branch so far, in order. */
    List<CloudEvent> heardOf(String branchId) {
        return heard.stream().filter(event -> branchId.equals(event.subject())).toList();
    }

    @Override
    public void close() {
        try {
            for (Channel channel : List.of(auth, helper, search, monitoring)) {
                channel.getConnection().close();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void say(Channel channel, String service, long version, DomainEvent event) {
        String type = EventCatalogue.typeOf(event.getClass()).value();
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
                () -> isRouted(channel, type, CloudEventHeaders.write(said, Names.brokerUser(service)), data));
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

    private Channel connect(String service) throws Exception {
        Credentials user = broker.user(service);
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(broker.host());
        factory.setPort(broker.port());
        factory.setVirtualHost(broker.virtualHost());
        factory.setUsername(user.username());
        factory.setPassword(user.password());
        Connection connection = factory.newConnection(service);
        Channel channel = connection.createChannel();
        channel.confirmSelect();
        return channel;
    }
}
