/** When two faces are one person: scores of entries, and the rule that is fitted to them. No vector comes here. */
@NullMarked
package com.smartfitness.mlops.face;

import org.jspecify.annotations.NullMarked;
