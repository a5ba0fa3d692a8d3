@NullMarked
package com.smartfitness.defaults;

import org.jspecify.annotations.NullMarked;
