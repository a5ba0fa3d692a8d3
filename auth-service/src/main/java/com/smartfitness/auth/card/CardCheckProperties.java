package com.smartfitness.auth.card;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The outside service that checks cards.
 *
 * @param url where it answers, e.g. {@code https://cards.example}; without one no customer can sign up
 * @param key for its header {@code Authorization}, as a bearer; none is sent where there is none
 * @param timeout for the whole answer
 * @param pause for which it is left alone after too many failures
 */
@ConfigurationProperties("auth.card-check")
@Validated
record CardCheckProperties(
        @Nullable URI url,
        @Nullable String key,

        @DefaultValue("3s") @NotNull @DurationMin(millis = 100)
        Duration timeout,

        @DefaultValue("10s") @NotNull @DurationMin(millis = 100)
        Duration pause) {

    @Override
    public String toString() {
        return "the card check at " + url;
    }
}
