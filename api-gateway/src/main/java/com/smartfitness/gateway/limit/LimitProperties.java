package com.smartfitness.gateway.limit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How much may be asked for, in each instance of the gateway.
 *
 * @param address by one address: an IPv4 address, or the /64 of an IPv6 address, since one customer has all of that
 * @param user by one signed-in user, wherever from
 * @param credentials by one address of {@code credentialRoutes}, where passwords are tried and accounts are made
 * @param credentialRoutes each a method and a path pattern
 * @param most of which the count is kept, for each limit. Those beyond share one allowance: nobody's count is dropped to
 *     make room, so many addresses do not buy more requests
 */
@Validated
@ConfigurationProperties("gateway.limits")
record LimitProperties(
        @NotNull @Valid Rule address,
        @NotNull @Valid Rule user,
        @NotNull @Valid Rule credentials,
        @NotNull List<String> credentialRoutes,
        @Min(1) int most) {

    /**
     * A token bucket.
     *
     * @param burst how many requests may come at once
     * @param refill how many are added again in each period
     */
    record Rule(
            @Min(1) long burst,
            @Min(1) long refill,
            @NotNull Duration period) {

        /** After which an untouched bucket is full, whatever was taken from it. */
        Duration full() {
            return period.multipliedBy((burst + refill - 1) / refill);
        }
    }
}
