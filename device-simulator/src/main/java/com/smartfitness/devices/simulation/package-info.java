/** The equipment of many branches, and what happens to it. */
@NullMarked
package com.smartfitness.devices.simulation;

import org.jspecify.annotations.NullMarked;
