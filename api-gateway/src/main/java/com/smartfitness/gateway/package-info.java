/** The fleet's only public door. */
@NullMarked
package com.smartfitness.gateway;

import org.jspecify.annotations.NullMarked;
