/** Turns event records into contracts, and tells which changes of a contract others survive. Build-time only. */
@NullMarked
package com.smartfitness.events.contract;

import org.jspecify.annotations.NullMarked;
