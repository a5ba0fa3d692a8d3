/** The certificates by which clients on this machine know the fleet's gateway. */
@NullMarked
package com.smartfitness.fleet.authority;

import org.jspecify.annotations.NullMarked;
