/** The running service and those around it. */
@NullMarked
package com.smartfitness.access.site;

import org.jspecify.annotations.NullMarked;
