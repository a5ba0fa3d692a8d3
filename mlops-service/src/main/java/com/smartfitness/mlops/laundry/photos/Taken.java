package com.smartfitness.mlops.laundry.photos;

/** How a drawn photo was taken. Of those in the dark or out of focus nobody could say what they show. */
public enum Taken {
    WELL,
    /** As well, by somebody who holds the camera at a slant: level edges are none any more. */
    ASLANT,
    IN_THE_DARK,
    OUT_OF_FOCUS
}
