/** Models: which there are, which one is to be used. */
@NullMarked
package com.smartfitness.mlops.model;

import org.jspecify.annotations.NullMarked;
