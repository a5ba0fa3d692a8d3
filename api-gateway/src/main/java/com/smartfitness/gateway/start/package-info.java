/** What an owner sees first, gathered from several services in one request. */
@NullMarked
package com.smartfitness.gateway.start;

import org.jspecify.annotations.NullMarked;
