/** What crosses between services: event records and the names they travel under. No framework, no behaviour. */
@NullMarked
package com.smartfitness.events;

import org.jspecify.annotations.NullMarked;
