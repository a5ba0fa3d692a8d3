/** Evidence, gathered from what runs, that every service owns its store and nobody else opens it. */
@NullMarked
package com.smartfitness.fleet.compliance;

import org.jspecify.annotations.NullMarked;
