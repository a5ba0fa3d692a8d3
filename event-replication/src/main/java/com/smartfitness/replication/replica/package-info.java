/** The consumer's side of state: what a store must promise to keep another service's data. */
@NullMarked
package com.smartfitness.replication.replica;

import org.jspecify.annotations.NullMarked;
