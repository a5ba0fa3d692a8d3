/** What a service tells those who look after the fleet. */
@NullMarked
package com.smartfitness.defaults.operations;

import org.jspecify.annotations.NullMarked;
