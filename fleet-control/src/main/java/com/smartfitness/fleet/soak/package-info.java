/** A fleet under load whose parts are killed again and again, and the books that have to balance afterwards. */
@NullMarked
package com.smartfitness.fleet.soak;

import org.jspecify.annotations.NullMarked;
