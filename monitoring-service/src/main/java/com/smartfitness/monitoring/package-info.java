/** Equipment, and its faults. */
@NullMarked
package com.smartfitness.monitoring;

import org.jspecify.annotations.NullMarked;
