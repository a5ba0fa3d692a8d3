/** Attempts to pass a gate, kept for those whom they concern. */
@NullMarked
package com.smartfitness.access.entry;

import org.jspecify.annotations.NullMarked;
