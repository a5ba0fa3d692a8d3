/** Vectors that stand for faces. */
@NullMarked
package com.smartfitness.testing.faces;

import org.jspecify.annotations.NullMarked;
