package com.smartfitness.replication.autoconfigure;

import com.smartfitness.replication.ReplicationProperties;
import com.smartfitness.replication.broker.BrokerConnections;
import com.smartfitness.replication.broker.ConfirmedPublisher;
import com.smartfitness.replication.operations.ReplicationStatus;
import com.smartfitness.replication.report.InstanceReporting;
import com.smartfitness.replication.report.OwnStore;
import com.smartfitness.replication.report.ReportHearing;
import com.smartfitness.replication.report.ReportListener;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What a process tells of itself, and who hears of it. */
@Configuration(proxyBeanMethods = false)
class ReportConfiguration {

    @Bean
    InstanceReporting instanceReporting(
            ReplicationProperties properties,
            Environment environment,
            ReplicationStatus replication,
            ObjectProvider<OwnStore> stores,
            MeterRegistry meters,
            Clock clock,
            BrokerConnections connections,
            ReplicationJson json) {
        return new InstanceReporting(
                properties,
                environment.getProperty("spring.application.version", "unknown"),
                replication,
                stores.orderedStream().toList(),
                meters,
                clock,
                new ConfirmedPublisher(connections, properties.relay().confirmTimeout()),
                json.events());
    }

    @Bean
    @ConditionalOnBean(ReportListener.class)
    ReportHearing reportHearing(
            ReplicationProperties properties,
            BrokerConnections connections,
            ReportListener listener,
            ReplicationJson json) {
        return new ReportHearing(properties.service(), connections, listener, json.events());
    }
}
