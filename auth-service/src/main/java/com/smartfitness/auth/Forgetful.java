package com.smartfitness.auth;

/** Something that keeps rows for a time only. */
@FunctionalInterface
public interface Forgetful {

    /** Drops what does not matter any more; returns how many rows that was. */
    int forgetOld();
}
