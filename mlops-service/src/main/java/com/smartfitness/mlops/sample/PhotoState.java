package com.smartfitness.mlops.sample;

/** How far the photo of a sample has been copied. */
enum PhotoState {
    /** To be fetched, now or when it can be had. */
    PENDING,
    FETCHED,
    /** Not to be fetched: trying again would not change why. */
    REFUSED
}
