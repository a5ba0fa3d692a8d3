/** The example's source, with Elasticsearch as its store. */
@NullMarked
package com.smartfitness.replication.example.elasticsearch.members;

import org.jspecify.annotations.NullMarked;
