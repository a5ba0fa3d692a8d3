package com.smartfitness.replication.example.greeters;

import com.smartfitness.replication.Replica;
import com.smartfitness.replication.example.MemberEvent;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** A process without a store, whose copy of the names is only shown: nobody has to wait for it. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class, DataRedisAutoConfiguration.class})
@Import(Greeters.ShownNames.class)
public class Greeters {

    @Replica(queue = "members", table = "member_name", completeBeforeReady = false)
    static class ShownNames {

        record MemberName(String memberId, String name) {}

        MemberName on(MemberEvent.Present member) {
            return new MemberName(member.memberId(), member.name());
        }
    }
}
