package com.smartfitness.mlops.laundry.photos;

/** What a drawn photo shows. */
public enum Shown {
    /** Folded and stacked. */
    TIDY(1),
    /** Thrown onto a heap. */
    MESSY(2);

    private final long number;

    Shown(long number) {
        this.number = number;
    }

    /** Keeps photos of one seed from being drawn by the same numbers. */
    long number() {
        return number;
    }
}
