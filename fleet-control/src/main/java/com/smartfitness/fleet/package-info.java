/** The whole fleet on one machine: what belongs to it, and how it is kept running. */
@NullMarked
package com.smartfitness.fleet;

import org.jspecify.annotations.NullMarked;
