/** What every process tells of itself, for whoever looks after the fleet: transient, and past the outbox. */
@NullMarked
package com.smartfitness.replication.report;

import org.jspecify.annotations.NullMarked;
