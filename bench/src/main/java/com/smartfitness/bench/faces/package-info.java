/** How well faces are told apart on photos that somebody has labelled. */
@NullMarked
package com.smartfitness.bench.faces;

import org.jspecify.annotations.NullMarked;
