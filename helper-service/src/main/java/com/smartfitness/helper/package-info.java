/** Tasks, judgements, confirmations and rewards. */
@NullMarked
package com.smartfitness.helper;

import org.jspecify.annotations.NullMarked;
