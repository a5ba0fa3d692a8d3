/** Who may do what, shown for every route of a service. */
@NullMarked
package com.smartfitness.testing.authorisation;

import org.jspecify.annotations.NullMarked;
