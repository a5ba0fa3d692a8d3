/** Training data, models and their deployment. */
@NullMarked
package com.smartfitness.mlops;

import org.jspecify.annotations.NullMarked;
