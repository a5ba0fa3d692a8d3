/** Where the keys come from that data at rest is encrypted with. */
@NullMarked
package com.smartfitness.defaults.encryption;

import org.jspecify.annotations.NullMarked;
