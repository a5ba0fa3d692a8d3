@NullMarked
package com.smartfitness.events;

import org.jspecify.annotations.NullMarked;
