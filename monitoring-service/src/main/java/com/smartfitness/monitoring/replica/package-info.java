/** What this service knows of others' data, from their events alone. */
@NullMarked
package com.smartfitness.monitoring.replica;

import org.jspecify.annotations.NullMarked;
