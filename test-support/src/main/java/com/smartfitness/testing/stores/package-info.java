/** Real servers for integration tests, and what tests do to them. */
@NullMarked
package com.smartfitness.testing.stores;

import org.jspecify.annotations.NullMarked;
