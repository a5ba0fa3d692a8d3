/** What equipment says of itself: signed reports, written in batches, and the history of what was new in them. */
@NullMarked
package com.smartfitness.monitoring.report;

import org.jspecify.annotations.NullMarked;
