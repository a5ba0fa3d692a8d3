/** A helper-service among real stores, with neighbours that publish what it replicates. */
@NullMarked
package com.smartfitness.helper.site;

import org.jspecify.annotations.NullMarked;
