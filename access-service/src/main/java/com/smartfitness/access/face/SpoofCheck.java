package com.smartfitness.access.face;

import java.awt.image.BufferedImage;

/**
 * Tells people from pictures of them. A bean of this type takes the place of the one that comes along, which trusts every
 * photo: <b>whoever holds a good picture of a member before a camera is let in.</b>
 */
@FunctionalInterface
public interface SpoofCheck {

    /** Whether a person stood before the camera, as far as one photo tells. */
    boolean isLive(BufferedImage photo);
}
