/** What a client is told when something cannot be done: RFC 9457 problems. */
@NullMarked
package com.smartfitness.defaults.problem;

import org.jspecify.annotations.NullMarked;
