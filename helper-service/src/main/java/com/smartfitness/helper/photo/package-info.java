/** Photos: taken in by their content, freed of what they tell about places and people, kept in an object store. */
@NullMarked
package com.smartfitness.helper.photo;

import org.jspecify.annotations.NullMarked;
