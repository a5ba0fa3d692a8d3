/** What an owner is told: tasks that wait, confirmations, reviews, faults. Written by triggers of the store. */
@NullMarked
package com.smartfitness.branchowner.inbox;

import org.jspecify.annotations.NullMarked;
