/** Korean analysis as a plugin. */
@NullMarked
package com.smartfitness.stack.elasticsearch.nori;

import org.jspecify.annotations.NullMarked;
