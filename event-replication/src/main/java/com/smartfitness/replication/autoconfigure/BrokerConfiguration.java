package com.smartfitness.replication.autoconfigure;

import com.rabbitmq.client.Address;
import com.rabbitmq.client.ConnectionFactory;
import com.smartfitness.replication.ReplicationProperties;
import com.smartfitness.replication.broker.BrokerConnections;
import com.smartfitness.replication.broker.Names;
import java.util.List;
import org.springframework.boot.amqp.autoconfigure.RabbitConnectionDetails;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connections of replication's own, made from the same {@code spring.rabbitmq.*} settings as Spring's. */
@Configuration(proxyBeanMethods = false)
class BrokerConfiguration {

    private static final int CONNECT_TIMEOUT_MILLIS = 5_000;
    private static final int HEARTBEAT_SECONDS = 10;

    /** A broker that blocks publishers does not answer them either, not even when they want to leave. */
    private static final int ANSWER_TIMEOUT_MILLIS = 10_000;

    @Bean
    BrokerConnections brokerConnections(RabbitConnectionDetails details, ReplicationProperties properties) {
        ConnectionFactory factory = new ConnectionFactory();
        if (details.getUsername() != null) {
            factory.setUsername(details.getUsername());
        }
        if (details.getPassword() != null) {
            factory.setPassword(details.getPassword());
        }
        if (details.getVirtualHost() != null) {
            factory.setVirtualHost(details.getVirtualHost());
        }
        SslBundle bundle = details.getSslBundle();
        if (bundle != null) {
            factory.useSslProtocol(bundle.createSslContext());
            factory.enableHostnameVerification();
        }
        factory.setConnectionTimeout(CONNECT_TIMEOUT_MILLIS);
        factory.setChannelRpcTimeout(ANSWER_TIMEOUT_MILLIS);
        factory.setRequestedHeartbeat(HEARTBEAT_SECONDS);
        List<Address> addresses = details.getAddresses().stream()
                .map(address -> new Address(address.host(), address.port()))
                .toList();
        return new BrokerConnections(factory, addresses, Names.brokerUser(properties.service()));
    }
}
