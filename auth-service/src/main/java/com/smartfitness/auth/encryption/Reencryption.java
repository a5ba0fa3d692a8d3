package com.smartfitness.auth.encryption;

/** Rows that are to be encrypted anew after the key set has got another key. */
public interface Reencryption {

    /** How many rows are still under a former key. */
    long remaining();

    /** Encrypts them anew, in transactions of their own; may be broken off and begun again at any time. */
    void run();
}
