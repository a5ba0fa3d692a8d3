/** A search engine, run as a process of its own. */
@NullMarked
package com.smartfitness.stack.elasticsearch;

import org.jspecify.annotations.NullMarked;
