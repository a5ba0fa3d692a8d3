package com.smartfitness.search.review;

/** That an account is erased, and what is kept of its customer has not gone yet. */
record Erasure(String customerId) {

    static final String KIND = "erasure";
}
