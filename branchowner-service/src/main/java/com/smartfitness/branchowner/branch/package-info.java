/** Branches: what they are, what may be done with them, where they are kept and how others hear of them. */
@NullMarked
package com.smartfitness.branchowner.branch;

import org.jspecify.annotations.NullMarked;
