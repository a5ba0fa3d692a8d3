/** Simulated branches in a running fleet: who has to be there so that devices can run. */
@NullMarked
package com.smartfitness.fleet.simulation;

import org.jspecify.annotations.NullMarked;
