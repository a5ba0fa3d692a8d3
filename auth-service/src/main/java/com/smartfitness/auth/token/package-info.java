/** Access tokens and the keys that sign them. */
@NullMarked
package com.smartfitness.auth.token;

import org.jspecify.annotations.NullMarked;
