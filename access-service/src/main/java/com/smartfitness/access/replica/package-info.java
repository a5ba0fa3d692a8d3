/** What this service knows of others, from events alone: users, branches, equipment, and the rule that decides. */
@NullMarked
package com.smartfitness.access.replica;

import org.jspecify.annotations.NullMarked;
