/** Hands a request on to a service and its answer back, without keeping either in memory. */
@NullMarked
package com.smartfitness.gateway.relay;

import org.jspecify.annotations.NullMarked;
