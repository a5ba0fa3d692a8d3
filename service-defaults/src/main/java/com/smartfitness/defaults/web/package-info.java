/** Habits of the HTTP APIs: pages, strict JSON, OpenAPI. */
@NullMarked
package com.smartfitness.defaults.web;

import org.jspecify.annotations.NullMarked;
