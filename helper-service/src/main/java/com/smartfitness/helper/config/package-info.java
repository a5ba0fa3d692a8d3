/** What the features share of outside systems' clients. */
@NullMarked
package com.smartfitness.helper.config;

import org.jspecify.annotations.NullMarked;
