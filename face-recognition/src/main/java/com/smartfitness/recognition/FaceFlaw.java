package com.smartfitness.recognition;

/** Why no template is made of a photo. */
public enum FaceFlaw {
    /** Nothing on it looks like a face. */
    NO_FACE,
    /** More than one, of which none is much larger than the rest. */
    SEVERAL_FACES,
    /** The face has too few pixels. */
    TOO_SMALL,
    /** There is too little light on the face. */
    TOO_DARK,
    /** The face is out of focus, or was moved. */
    TOO_BLURRED
}
