/** The example services with processes, servers and networks really failing under them. */
@NullMarked
package com.smartfitness.replication.failures;

import org.jspecify.annotations.NullMarked;
