/** CloudEvents over AMQP 0-9-1: connections, topology, confirms and the wire format. */
@NullMarked
package com.smartfitness.replication.broker;

import org.jspecify.annotations.NullMarked;
