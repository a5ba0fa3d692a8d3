/** Silence: equipment that is not heard any more is asked, and what does not answer has a fault. */
@NullMarked
package com.smartfitness.monitoring.watch;

import org.jspecify.annotations.NullMarked;
