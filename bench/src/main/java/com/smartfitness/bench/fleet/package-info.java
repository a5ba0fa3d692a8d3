/** This code base as a contender: event-replication on both sides. */
@NullMarked
package com.smartfitness.bench.fleet;

import org.jspecify.annotations.NullMarked;
