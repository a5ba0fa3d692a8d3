/** What is looked after beside requests. */
@NullMarked
package com.smartfitness.search.upkeep;

import org.jspecify.annotations.NullMarked;
