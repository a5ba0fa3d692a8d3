package com.smartfitness.search.review;

import java.time.Instant;

/**
 * That a customer has entered a branch.
 *
 * @param last time
 */
record Visit(String branchId, String customerId, Instant last) {

    static final String KIND = "visit";
}
