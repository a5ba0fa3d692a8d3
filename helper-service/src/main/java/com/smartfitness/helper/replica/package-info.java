/** What this service knows of others' users, branches and models, from events alone. */
@NullMarked
package com.smartfitness.helper.replica;

import org.jspecify.annotations.NullMarked;
