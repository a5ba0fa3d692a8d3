/** Work that goes on beside the requests. */
@NullMarked
package com.smartfitness.mlops.background;

import org.jspecify.annotations.NullMarked;
