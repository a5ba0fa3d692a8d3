/** From a photo to the vector of the face that is on it. */
@NullMarked
package com.smartfitness.recognition;

import org.jspecify.annotations.NullMarked;
