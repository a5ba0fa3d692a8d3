/** The model that judges photos of laundry: what it looks at, how it is trained, how good it is. */
@NullMarked
package com.smartfitness.mlops.laundry;

import org.jspecify.annotations.NullMarked;
