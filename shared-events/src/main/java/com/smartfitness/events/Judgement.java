package com.smartfitness.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a laundry photo shows. Travels under its Korean label.
 *
 * <p>An unknown label must fail to be read, not become {@link #UNCLEAR}: that is a judgement too, and models train on it.
 */
public enum Judgement {
    @JsonProperty("양호")
    GOOD,

    @JsonProperty("미흡")
    INSUFFICIENT,

    @JsonProperty("불분명")
    UNCLEAR
}
