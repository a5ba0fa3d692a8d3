package com.smartfitness.mlops.laundry.photos;

/** How a drawn photo was taken. Of those that were not taken well nobody could say what they show. */
public enum Taken {
    WELL,
    IN_THE_DARK,
    OUT_OF_FOCUS
}
