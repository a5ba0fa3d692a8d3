/** How often somebody may try a password. */
@NullMarked
package com.smartfitness.auth.throttle;

import org.jspecify.annotations.NullMarked;
