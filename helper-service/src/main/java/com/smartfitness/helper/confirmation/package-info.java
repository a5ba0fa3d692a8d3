/** The branch owner's word on a task, and what follows from it. */
@NullMarked
package com.smartfitness.helper.confirmation;

import org.jspecify.annotations.NullMarked;
