/** The connection to the store. */
@NullMarked
package com.smartfitness.search.config;

import org.jspecify.annotations.NullMarked;
