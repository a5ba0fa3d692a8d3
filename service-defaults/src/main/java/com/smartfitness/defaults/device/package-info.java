/** Requests that devices sign with keys of their own, instead of a user's token. */
@NullMarked
package com.smartfitness.defaults.device;

import org.jspecify.annotations.NullMarked;
