/** Large things in object stores: this service's own, and the photos that it may read. */
@NullMarked
package com.smartfitness.mlops.objects;

import org.jspecify.annotations.NullMarked;
