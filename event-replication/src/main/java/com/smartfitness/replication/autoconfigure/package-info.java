/** Wires replication into a Spring Boot service. */
@NullMarked
package com.smartfitness.replication.autoconfigure;

import org.jspecify.annotations.NullMarked;
