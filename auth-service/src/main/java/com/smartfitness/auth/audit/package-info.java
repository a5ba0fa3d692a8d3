/** Who did what: for operators, without personal data. */
@NullMarked
package com.smartfitness.auth.audit;

import org.jspecify.annotations.NullMarked;
