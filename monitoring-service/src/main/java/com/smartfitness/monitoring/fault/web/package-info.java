/** Faults over HTTP. */
@NullMarked
package com.smartfitness.monitoring.fault.web;

import org.jspecify.annotations.NullMarked;
