package com.smartfitness.auth.token;

import java.time.Instant;

/**
 * A key as operators see it.
 *
 * @param signsFrom when the first token may bear it
 * @param signsUntil when the last one does
 */
record SigningKeyView(String keyId, Instant signsFrom, Instant signsUntil, Instant validTo) {

    static SigningKeyView of(SigningKey key) {
        return new SigningKeyView(key.id(), key.validFrom(), key.signsUntil(), key.validTo());
    }
}
