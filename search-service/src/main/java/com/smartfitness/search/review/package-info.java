/** Customers' reviews of branches. */
@NullMarked
package com.smartfitness.search.review;

import org.jspecify.annotations.NullMarked;
