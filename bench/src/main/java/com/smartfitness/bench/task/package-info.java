/** Tasks of helpers, by the thousand: what replicas are filled with and models are trained on. */
@NullMarked
package com.smartfitness.bench.task;

import org.jspecify.annotations.NullMarked;
