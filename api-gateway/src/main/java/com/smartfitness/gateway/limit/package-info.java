/** How much one address or one user may ask for. */
@NullMarked
package com.smartfitness.gateway.limit;

import org.jspecify.annotations.NullMarked;
