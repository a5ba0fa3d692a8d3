/** A chain of branches and what customers say of them, to be searched. */
@NullMarked
package com.smartfitness.bench.chain;

import org.jspecify.annotations.NullMarked;
