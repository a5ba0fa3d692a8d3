@NullMarked
package com.smartfitness.defaults.problem;

import org.jspecify.annotations.NullMarked;
