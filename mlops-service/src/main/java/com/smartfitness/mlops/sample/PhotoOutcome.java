package com.smartfitness.mlops.sample;

import java.time.Duration;

/** What became of an attempt to copy a photo. */
sealed interface PhotoOutcome {

    /** The copy is stored. */
    record Fetched(String objectKey, String sha256, long size, String contentType) implements PhotoOutcome {}

    /** It will never be. */
    record Refused(String reason) implements PhotoOutcome {}

    /** It may be had another time. */
    record Later(String reason, Duration pause) implements PhotoOutcome {}
}
