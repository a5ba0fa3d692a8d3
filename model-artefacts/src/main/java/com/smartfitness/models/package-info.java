/** Where deployed models are fetched from, and how it is made sure that they are those that were deployed. */
@NullMarked
package com.smartfitness.models;

import org.jspecify.annotations.NullMarked;
