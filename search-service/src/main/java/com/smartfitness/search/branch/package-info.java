/** Finding branches in plain language. */
@NullMarked
package com.smartfitness.search.branch;

import org.jspecify.annotations.NullMarked;
