/** What features share of the service's Redis: keys, nonces, reading, and following a stream. */
@NullMarked
package com.smartfitness.access.store;

import org.jspecify.annotations.NullMarked;
