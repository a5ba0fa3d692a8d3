package com.smartfitness.helper.reward;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a task that was confirmed as good earns.
 *
 * @param amount in the currency's minor unit; whole won for KRW
 * @param currency ISO 4217 code
 */
@ConfigurationProperties("rewards")
record RewardProperties(
        @DefaultValue("1000") long amount,
        @DefaultValue("KRW") String currency) {}
