/** Access tokens for tests. */
@NullMarked
package com.smartfitness.testing.tokens;

import org.jspecify.annotations.NullMarked;
