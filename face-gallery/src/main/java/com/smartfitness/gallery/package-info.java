/** Enrolled faces in memory, searched exactly: an approximate pass in bits, bounded, and an exact pass over what is left. */
@NullMarked
package com.smartfitness.gallery;

import org.jspecify.annotations.NullMarked;
