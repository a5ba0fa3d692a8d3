/** What a service's author uses: publish an event, keep a replica, react to an event. */
@NullMarked
package com.smartfitness.replication;

import org.jspecify.annotations.NullMarked;
