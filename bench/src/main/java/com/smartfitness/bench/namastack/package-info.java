/** Namastack Outbox as a contender, doing the same work. */
@NullMarked
package com.smartfitness.bench.namastack;

import org.jspecify.annotations.NullMarked;
