/** What every module's code has to keep to, checked on its classes by one test per module. */
@NullMarked
package com.smartfitness.testing.architecture;

import org.jspecify.annotations.NullMarked;
