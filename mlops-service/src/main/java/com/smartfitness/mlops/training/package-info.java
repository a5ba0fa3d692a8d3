/** From samples to a better model: runs, what starts them, the process that learns, and what decides on deployment. */
@NullMarked
package com.smartfitness.mlops.training;

import org.jspecify.annotations.NullMarked;
