/** The server that clients connect to. */
@NullMarked
package com.smartfitness.gateway.config;

import org.jspecify.annotations.NullMarked;
