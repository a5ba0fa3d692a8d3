/** The process that runs a fleet in the background, and how others talk to it. */
@NullMarked
package com.smartfitness.fleet.control;

import org.jspecify.annotations.NullMarked;
