/** The outside service that checks cards, as developers need it. */
@NullMarked
package com.smartfitness.cards;

import org.jspecify.annotations.NullMarked;
