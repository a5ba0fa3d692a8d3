/** What branches are newly said to offer, by their owners and in reviews, and whom that is told. */
@NullMarked
package com.smartfitness.search.offer;

import org.jspecify.annotations.NullMarked;
