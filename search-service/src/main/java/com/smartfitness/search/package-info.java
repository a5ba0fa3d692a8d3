/** Search over branches. */
@NullMarked
package com.smartfitness.search;

import org.jspecify.annotations.NullMarked;
