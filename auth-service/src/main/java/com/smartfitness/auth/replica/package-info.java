/** What this service knows of others. */
@NullMarked
package com.smartfitness.auth.replica;

import org.jspecify.annotations.NullMarked;
