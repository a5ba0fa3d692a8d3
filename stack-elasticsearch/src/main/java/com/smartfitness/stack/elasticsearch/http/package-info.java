/** HTTP with TLS. */
@NullMarked
package com.smartfitness.stack.elasticsearch.http;

import org.jspecify.annotations.NullMarked;
