@NullMarked
package com.smartfitness.replication.inbox.samples;

import org.jspecify.annotations.NullMarked;
