/** Traces (W3C Trace Context) of what a change causes, through services and over the broker. */
@NullMarked
package com.smartfitness.replication.trace;

import org.jspecify.annotations.NullMarked;
