/** How the processes of the whole fleet are, by their own account. */
@NullMarked
package com.smartfitness.monitoring.fleet;

import org.jspecify.annotations.NullMarked;
