/** The example with Elasticsearch as its store. */
@NullMarked
package com.smartfitness.replication.example.elasticsearch;

import org.jspecify.annotations.NullMarked;
