/** The reviews of a branch, as its owner reads them: a view on what search-service has told. */
@NullMarked
package com.smartfitness.branchowner.review;

import org.jspecify.annotations.NullMarked;
