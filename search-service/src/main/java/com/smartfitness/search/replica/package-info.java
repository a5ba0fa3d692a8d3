/** What is known of other services' aggregates. */
@NullMarked
package com.smartfitness.search.replica;

import org.jspecify.annotations.NullMarked;
