/** What counts as a photo, and what is removed from it. */
@NullMarked
package com.smartfitness.photo;

import org.jspecify.annotations.NullMarked;
