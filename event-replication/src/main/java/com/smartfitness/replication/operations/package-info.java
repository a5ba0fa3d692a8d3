/** What operators see and do: state, health, metrics, dead letters. */
@NullMarked
package com.smartfitness.replication.operations;

import org.jspecify.annotations.NullMarked;
