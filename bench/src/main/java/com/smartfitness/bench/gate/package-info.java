/** The gate under load: a running access-service, the services around it, faces and devices. */
@NullMarked
package com.smartfitness.bench.gate;

import org.jspecify.annotations.NullMarked;
