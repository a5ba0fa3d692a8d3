/** Texts into the words that say what they are about. */
@NullMarked
package com.smartfitness.search.keyword;

import org.jspecify.annotations.NullMarked;
