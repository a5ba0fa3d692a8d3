/** The fleet used as its users do: through the gateway and by public APIs alone. */
@NullMarked
package com.smartfitness.fleet.demo;

import org.jspecify.annotations.NullMarked;
