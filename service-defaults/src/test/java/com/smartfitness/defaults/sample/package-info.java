/** A service that does next to nothing, as services do it. */
@NullMarked
package com.smartfitness.defaults.sample;

import org.jspecify.annotations.NullMarked;
