/** The same fleet in containers: what they are given, and the engine that runs them. */
@NullMarked
package com.smartfitness.fleet.containers;

import org.jspecify.annotations.NullMarked;
