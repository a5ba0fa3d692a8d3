/** What is told as it happens. */
@NullMarked
package com.smartfitness.testing.live;

import org.jspecify.annotations.NullMarked;
