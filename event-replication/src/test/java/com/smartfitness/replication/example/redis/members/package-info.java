/** The example's source, with Redis as its store. */
@NullMarked
package com.smartfitness.replication.example.redis.members;

import org.jspecify.annotations.NullMarked;
