package com.smartfitness.search.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/** Names a review. It follows from branch and customer, so there cannot be two, whoever writes at the same time. */
record ReviewId(String value) {

    static ReviewId of(String branchId, String customerId) {
        return new ReviewId(UUID.nameUUIDFromBytes((branchId + "\0" + customerId).getBytes(UTF_8))
                .toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
