/** Stems and synonyms. */
@NullMarked
package com.smartfitness.stack.elasticsearch.words;

import org.jspecify.annotations.NullMarked;
