/** Completeness: a consumer pages through a source's published state while live events go on. */
@NullMarked
package com.smartfitness.replication.snapshot;

import org.jspecify.annotations.NullMarked;
