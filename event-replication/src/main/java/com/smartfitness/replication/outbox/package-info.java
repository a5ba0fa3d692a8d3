/** The source's side: events committed with their change, relayed to the broker and only then removed. */
@NullMarked
package com.smartfitness.replication.outbox;

import org.jspecify.annotations.NullMarked;
