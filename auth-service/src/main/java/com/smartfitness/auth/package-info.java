/** Accounts, sign-in and access tokens. */
@NullMarked
package com.smartfitness.auth;

import org.jspecify.annotations.NullMarked;
