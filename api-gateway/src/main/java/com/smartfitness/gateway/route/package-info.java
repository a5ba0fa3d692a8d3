/** Which service answers which path. */
@NullMarked
package com.smartfitness.gateway.route;

import org.jspecify.annotations.NullMarked;
