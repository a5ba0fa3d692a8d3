/** Devices, as far as the fleet can tell them from real ones: their signatures, and the faces before them. */
@NullMarked
package com.smartfitness.devices;

import org.jspecify.annotations.NullMarked;
