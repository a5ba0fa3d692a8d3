/** A process that shows names, and need not wait for them. */
@NullMarked
package com.smartfitness.replication.example.greeters;

import org.jspecify.annotations.NullMarked;
