/** Branches, and what their owners need to know. */
@NullMarked
package com.smartfitness.branchowner;

import org.jspecify.annotations.NullMarked;
