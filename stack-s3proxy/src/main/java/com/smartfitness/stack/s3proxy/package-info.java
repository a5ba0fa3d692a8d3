/** An object store with keys of two kinds, run as a process of its own. */
@NullMarked
package com.smartfitness.stack.s3proxy;

import org.jspecify.annotations.NullMarked;
