/** Programs to be started by name. */
@NullMarked
package com.smartfitness.recognition.conversion.commandline;

import org.jspecify.annotations.NullMarked;
