/** Small replicas of a process that owns no store: in memory, and in one file. */
@NullMarked
package com.smartfitness.replication.file;

import org.jspecify.annotations.NullMarked;
