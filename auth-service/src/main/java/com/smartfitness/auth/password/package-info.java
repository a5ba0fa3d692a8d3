/** What passwords may be, and how they are kept. */
@NullMarked
package com.smartfitness.auth.password;

import org.jspecify.annotations.NullMarked;
