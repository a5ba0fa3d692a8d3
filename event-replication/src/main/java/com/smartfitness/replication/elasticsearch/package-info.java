/**
 * Outbox, inbox and replicas in the service's own Elasticsearch, beside the service's own documents, and what an author
 * makes changes with.
 */
@NullMarked
package com.smartfitness.replication.elasticsearch;

import org.jspecify.annotations.NullMarked;
