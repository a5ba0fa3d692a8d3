/** The floor: the same transactions without any event. */
@NullMarked
package com.smartfitness.bench.bare;

import org.jspecify.annotations.NullMarked;
