package com.smartfitness.replication.autoconfigure;

import java.util.Set;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.ClassUtils;

/**
 * Matches a service that was told where its Redis is, and whose store that therefore is if it has no database. Boot would
 * look for one on this machine without being told.
 */
public final class OnRedisStore implements Condition {

    private static final Set<String> PLACES = Set.of("host", "url", "cluster", "sentinel");

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return ClassUtils.isPresent(
                        "org.springframework.data.redis.connection.RedisConnectionFactory", context.getClassLoader())
                && Binder.get(context.getEnvironment())
                        .bind("spring.data.redis", Bindable.mapOf(String.class, Object.class))
                        .map(settings -> settings.keySet().stream().anyMatch(PLACES::contains))
                        .orElse(false);
    }
}
