/** Enrolment of faces: kept encrypted, searched in memory by every instance, erased without a trace. */
@NullMarked
package com.smartfitness.access.face;

import org.jspecify.annotations.NullMarked;
