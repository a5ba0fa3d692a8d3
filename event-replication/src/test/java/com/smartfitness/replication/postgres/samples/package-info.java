@NullMarked
package com.smartfitness.replication.postgres.samples;

import org.jspecify.annotations.NullMarked;
