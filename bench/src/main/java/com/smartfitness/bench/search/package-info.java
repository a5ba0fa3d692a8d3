/** The search for a face, alone: this code base's, libraries' and the simplest. */
@NullMarked
package com.smartfitness.bench.search;

import org.jspecify.annotations.NullMarked;
