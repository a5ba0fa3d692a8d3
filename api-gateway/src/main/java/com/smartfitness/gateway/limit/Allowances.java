package com.smartfitness.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import com.smartfitness.gateway.limit.LimitProperties.Rule;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;

/**
 * The allowance of everybody who has lately asked for something. It is forgotten when it has been full again for lack of
 * requests, because then a new one is the same, and never to make room: who comes when there is none shares the
 * allowance of all strangers.
 */
final class Allowances {

    private final Rule rule;
    private final int most;
    private final TimeMeter clock;
    private final Cache<String, Bucket> buckets;
    private final Bucket strangers;

    /** @param clock of nanoseconds that only rise */
    Allowances(Rule rule, int most, Ticker clock) {
        this.rule = rule;
        this.most = most;
        this.clock = new Nanoseconds(clock);
        this.buckets = Caffeine.newBuilder()
                .expireAfterAccess(rule.full())
                .ticker(clock)
                .executor(Runnable::run)
                .build();
        this.strangers = full();
    }

    /** Takes one request from the allowance of whoever this is, if there is one left. */
    ConsumptionProbe take(String who) {
        return bucket(who).tryConsumeAndReturnRemaining(1);
    }

    /** Of how many the count is kept. */
    long kept() {
        return buckets.estimatedSize();
    }

    private Bucket bucket(String who) {
        Bucket known = buckets.getIfPresent(who);
        if (known != null) {
            return known;
        }
        return hasRoom() ? buckets.get(who, _ -> full()) : strangers;
    }

    private boolean hasRoom() {
        if (buckets.estimatedSize() < most) {
            return true;
        }
        buckets.cleanUp();
        return buckets.estimatedSize() < most;
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rule.burst()).refillGreedy(rule.refill(), rule.period()))
                .withCustomTimePrecision(clock)
                .build();
    }

    /** The same clock for both libraries. */
    private record Nanoseconds(Ticker ticker) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return ticker.read();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
