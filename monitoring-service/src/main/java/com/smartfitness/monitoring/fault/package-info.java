/** Faults: opened once a piece of equipment and type, closed by recovery, acknowledged by the owner, never forgotten. */
@NullMarked
package com.smartfitness.monitoring.fault;

import org.jspecify.annotations.NullMarked;
