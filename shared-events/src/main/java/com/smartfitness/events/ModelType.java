package com.smartfitness.events;

/** What a model judges. A closed vocabulary: another constant needs new versions of the model events. */
public enum ModelType {
    LAUNDRY,
    FACE
}
