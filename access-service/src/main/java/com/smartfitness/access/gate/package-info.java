/** The gate: who is let in, the signed commands that open it, and what becomes of them. */
@NullMarked
package com.smartfitness.access.gate;

import org.jspecify.annotations.NullMarked;
