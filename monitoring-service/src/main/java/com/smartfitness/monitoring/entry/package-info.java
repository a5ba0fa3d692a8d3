/** How many people pass where and when: counts out of the events of access-service, and nobody's name. */
@NullMarked
package com.smartfitness.monitoring.entry;

import org.jspecify.annotations.NullMarked;
