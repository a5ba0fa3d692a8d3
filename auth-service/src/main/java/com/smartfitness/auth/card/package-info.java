/** Whose a card is: asked of an outside service, and remembered as a keyed hash. */
@NullMarked
package com.smartfitness.auth.card;

import org.jspecify.annotations.NullMarked;
