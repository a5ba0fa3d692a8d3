package com.smartfitness.recognition;

/** What is done with a photo, one after the other. */
public enum Step {
    /** Finding faces. */
    DETECT,
    /** Finding how the face lies. */
    ALIGN,
    /** Cutting it out, and making the template. */
    EMBED
}
