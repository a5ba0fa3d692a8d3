/** The watch over equipment under load: what devices tell, and what owners hear of it. */
@NullMarked
package com.smartfitness.bench.monitoring;

import org.jspecify.annotations.NullMarked;
