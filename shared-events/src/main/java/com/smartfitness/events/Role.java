package com.smartfitness.events;

/** What a user may be in the chain. A closed vocabulary: another constant needs new versions of the user events. */
public enum Role {
    CUSTOMER,
    HELPER,
    BRANCH_OWNER,
    OPERATOR
}
