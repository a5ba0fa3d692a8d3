/** The services around one that is tested, as far as the broker can tell. */
@NullMarked
package com.smartfitness.testing.neighbours;

import org.jspecify.annotations.NullMarked;
