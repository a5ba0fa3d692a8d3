/** Effects that happen once, whatever is redelivered. */
@NullMarked
package com.smartfitness.replication.inbox;

import org.jspecify.annotations.NullMarked;
