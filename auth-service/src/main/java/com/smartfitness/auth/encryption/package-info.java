/** Personal data and private keys as they are kept in the database: encrypted, and found by keyed hashes. */
@NullMarked
package com.smartfitness.auth.encryption;

import org.jspecify.annotations.NullMarked;
