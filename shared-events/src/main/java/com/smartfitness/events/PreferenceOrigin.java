package com.smartfitness.events;

/** Where a branch's keywords come from. */
public enum PreferenceOrigin {
    /** What its owner says of it: name, amenities, equipment, introduction. */
    INTRODUCTION,

    /** What a customer says of it. */
    REVIEW
}
