package com.smartfitness.replication.autoconfigure;

import com.smartfitness.replication.ReplicaRows;
import com.smartfitness.replication.ReplicationProperties;
import com.smartfitness.replication.inbox.Inbox;
import com.smartfitness.replication.outbox.Outbox;
import com.smartfitness.replication.outbox.OwnEvents;
import com.smartfitness.replication.outbox.Relay;
import com.smartfitness.replication.redis.DurabilityCheck;
import com.smartfitness.replication.redis.RedisChanges;
import com.smartfitness.replication.redis.RedisInbox;
import com.smartfitness.replication.redis.RedisLink;
import com.smartfitness.replication.redis.RedisOutbox;
import com.smartfitness.replication.redis.RedisReplicaRows;
import com.smartfitness.replication.redis.RedisReplicaStore;
import com.smartfitness.replication.redis.RedisStore;
import com.smartfitness.replication.redis.RedisTables;
import com.smartfitness.replication.replica.ReplicaStore;
import com.smartfitness.replication.report.OwnStore;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Outbox, inbox and replicas in the service's Redis, where that is its store and no cache beside a database. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass({LettuceConnectionFactory.class, LettuceClientOptionsBuilderCustomizer.class})
@Conditional(OnRedisStore.class)
@ConditionalOnBean(RedisConnectionFactory.class)
@ConditionalOnMissingBean(type = "javax.sql.DataSource")
class RedisStoreConfiguration {

    @Bean
    LettuceClientOptionsBuilderCustomizer commandsAreSentOnce() {
        return RedisLink::demand;
    }

    @Bean
    RedisLink redisLink(RedisConnectionFactory connections) {
        RedisLink link = new RedisLink(connections);
        DurabilityCheck.require(link);
        return link;
    }

    @Bean
    @ConditionalOnMissingBean
    Outbox outbox(RedisLink link, ReplicationProperties properties) {
        return new RedisOutbox(link, properties);
    }

    @Bean
    RedisChanges redisChanges(
            RedisLink link,
            ReplicationJson json,
            ReplicationProperties properties,
            Clock clock,
            ObjectProvider<Relay> relay) {
        return new RedisChanges(
                link,
                properties.service(),
                new OwnEvents(json.events(), properties, clock),
                () -> relay.getObject().wake());
    }

    @Bean
    @ConditionalOnMissingBean
    Inbox inbox(RedisLink link, RedisChanges changes) {
        return new RedisInbox(link, changes);
    }

    @Bean
    RedisTables redisTables(ReplicationProperties properties) {
        return new RedisTables(properties);
    }

    @Bean
    @ConditionalOnMissingBean
    ReplicaStore replicaStore(
            RedisLink link, ReplicationProperties properties, RedisTables tables, ReplicationJson json) {
        return new RedisReplicaStore(link, properties, tables, json.events());
    }

    @Bean
    @ConditionalOnMissingBean
    ReplicaRows replicaRows(RedisLink link, RedisTables tables, ReplicationJson json) {
        return new RedisReplicaRows(link, tables, json.events());
    }

    @Bean
    OwnStore ownStore(RedisLink link) {
        return new RedisStore(link);
    }
}
