/** The example's consumer, with Elasticsearch as its store. */
@NullMarked
package com.smartfitness.replication.example.elasticsearch.rewards;

import org.jspecify.annotations.NullMarked;
