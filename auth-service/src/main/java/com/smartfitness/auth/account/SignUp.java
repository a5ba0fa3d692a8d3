package com.smartfitness.auth.account;

import com.smartfitness.auth.replica.BranchId;
import com.smartfitness.events.Role;
import org.jspecify.annotations.Nullable;

/**
 * A valid wish for an account, its password aside.
 *
 * @param branchId of helpers, and of nobody else
 * @param card of customers, and of nobody else
 */
record SignUp(
        Role role,
        EmailAddress email,
        String name,
        @Nullable String phone,
        String alias,
        @Nullable BranchId branchId,
        @Nullable CardMark card) {

    static final int LONGEST_NAME = 100;
    static final int LONGEST_ALIAS = 30;
    static final int LONGEST_ID = 100;
    static final String PHONE = "\\+?[0-9](?:[ -]?[0-9]){5,18}";
    static final String PHONE_MESSAGE = "A phone number has 6 to 19 digits, e.g. +82 10-1234-5678.";

    @Override
    public String toString() {
        return "the sign-up of a " + role;
    }
}
