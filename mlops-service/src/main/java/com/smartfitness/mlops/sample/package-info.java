/** TrainingDataStore: what owners have confirmed, each with a copy of its photo. */
@NullMarked
package com.smartfitness.mlops.sample;

import org.jspecify.annotations.NullMarked;
