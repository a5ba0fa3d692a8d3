/** What is learnt from in the place of photos: small pictures and their features, made once a photo. */
@NullMarked
package com.smartfitness.mlops.picture;

import org.jspecify.annotations.NullMarked;
