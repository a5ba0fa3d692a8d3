/** Programs that the build runs. */
@NullMarked
package com.smartfitness.mlops.laundry.commandline;

import org.jspecify.annotations.NullMarked;
