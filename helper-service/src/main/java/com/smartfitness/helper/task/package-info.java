/** Tasks: a photo that a helper sent in, what the model made of it, and what the branch owner decided. */
@NullMarked
package com.smartfitness.helper.task;

import org.jspecify.annotations.NullMarked;
