/** Requests over HTTP at a fixed rate. */
@NullMarked
package com.smartfitness.bench.http;

import org.jspecify.annotations.NullMarked;
