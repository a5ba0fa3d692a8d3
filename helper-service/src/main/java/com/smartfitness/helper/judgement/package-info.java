/** The model: fetched, checked, swapped while running, and asked about every photo. */
@NullMarked
package com.smartfitness.helper.judgement;

import org.jspecify.annotations.NullMarked;
