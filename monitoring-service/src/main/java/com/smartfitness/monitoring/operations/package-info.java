/** What operators see of all branches at a glance. */
@NullMarked
package com.smartfitness.monitoring.operations;

import org.jspecify.annotations.NullMarked;
