/** What this service knows of others beside the tasks. */
@NullMarked
package com.smartfitness.mlops.replica;

import org.jspecify.annotations.NullMarked;
