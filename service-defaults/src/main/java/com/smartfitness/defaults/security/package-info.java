/** Who is calling: access tokens, verified with keys that this service has replicated. */
@NullMarked
package com.smartfitness.defaults.security;

import org.jspecify.annotations.NullMarked;
