/** What helpers have earned: a ledger that only grows. */
@NullMarked
package com.smartfitness.helper.reward;

import org.jspecify.annotations.NullMarked;
