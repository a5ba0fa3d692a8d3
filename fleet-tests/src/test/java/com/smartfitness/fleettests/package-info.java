/** What holds for the fleet as a whole. */
@NullMarked
package com.smartfitness.fleettests;

import org.jspecify.annotations.NullMarked;
