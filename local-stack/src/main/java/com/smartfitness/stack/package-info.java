/** Starts the real servers that the services need as processes of this machine, without a container engine. */
@NullMarked
package com.smartfitness.stack;

import org.jspecify.annotations.NullMarked;
