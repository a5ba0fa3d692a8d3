package com.smartfitness.gateway.relay;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * One circuit breaker a service: where half of the last exchanges failed, a service is left alone for a moment, and
 * callers are told at once instead of after a timeout. What a service answers is no failure, whatever it is.
 */
@Component
public final class Breakers {

    private static final Logger log = LoggerFactory.getLogger(Breakers.class);

    /** Short: a service that is back is used again after this at the latest. */
    static final Duration PAUSE = Duration.ofSeconds(2);

    private final CircuitBreakerRegistry registry = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
            .slidingWindowType(SlidingWindowType.TIME_BASED)
            .slidingWindowSize(10)
            .minimumNumberOfCalls(10)
            .failureRateThreshold(50)
            .waitDurationInOpenState(PAUSE)
            .permittedNumberOfCallsInHalfOpenState(2)
            .maxWaitDurationInHalfOpenState(Duration.ofSeconds(15))
            .build());

    /** The breaker of a service. */
    public CircuitBreaker of(String service) {
        return registry.circuitBreaker(service);
    }

    Breakers() {
        registry.getEventPublisher()
                .onEntryAdded(added -> added.getAddedEntry()
                        .getEventPublisher()
                        .onStateTransition(change -> log.warn(
                                "The circuit to {} is {}",
                                change.getCircuitBreakerName(),
                                change.getStateTransition().getToState())));
    }
}
