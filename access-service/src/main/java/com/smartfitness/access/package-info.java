/** Faces, and who may enter. */
@NullMarked
package com.smartfitness.access;

import org.jspecify.annotations.NullMarked;
