/** Servers, processes and the clocks of the machine. */
@NullMarked
package com.smartfitness.bench.machine;

import org.jspecify.annotations.NullMarked;
