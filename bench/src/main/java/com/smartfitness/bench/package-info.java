/** Load programs for the command line: each prints a report, and leaves it as JSON. */
@NullMarked
package com.smartfitness.bench;

import org.jspecify.annotations.NullMarked;
