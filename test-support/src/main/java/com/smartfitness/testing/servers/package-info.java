/** Servers that a test has to itself, as programs of this machine or in containers. */
@NullMarked
package com.smartfitness.testing.servers;

import org.jspecify.annotations.NullMarked;
