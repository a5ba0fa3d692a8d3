/** Draws photos of laundry: what the first model learns from, before anybody has taken a real one. */
@NullMarked
package com.smartfitness.mlops.laundry.photos;

import org.jspecify.annotations.NullMarked;
