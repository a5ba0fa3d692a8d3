/** The commands behind {@code ./fleet} that deal with a running fleet. */
@NullMarked
package com.smartfitness.fleet.commandline;

import org.jspecify.annotations.NullMarked;
