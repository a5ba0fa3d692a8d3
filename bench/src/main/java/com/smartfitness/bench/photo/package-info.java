/** Photos to send in, good ones and bad ones. */
@NullMarked
package com.smartfitness.bench.photo;

import org.jspecify.annotations.NullMarked;
