/** The tasks of a branch, as its owner sees them: a view on what helper-service has told. */
@NullMarked
package com.smartfitness.branchowner.task;

import org.jspecify.annotations.NullMarked;
