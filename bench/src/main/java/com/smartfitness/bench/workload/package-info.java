/** The work that every contender does, and the programs that do it in processes of their own. */
@NullMarked
package com.smartfitness.bench.workload;

import org.jspecify.annotations.NullMarked;
