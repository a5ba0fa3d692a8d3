/** The example's consumer, with Redis as its store. */
@NullMarked
package com.smartfitness.replication.example.redis.rewards;

import org.jspecify.annotations.NullMarked;
