/** What there was to learn from at one moment, fixed for good. */
@NullMarked
package com.smartfitness.mlops.dataset;

import org.jspecify.annotations.NullMarked;
