/** Who has signed up, and what the chain knows of them. */
@NullMarked
package com.smartfitness.auth.account;

import org.jspecify.annotations.NullMarked;
