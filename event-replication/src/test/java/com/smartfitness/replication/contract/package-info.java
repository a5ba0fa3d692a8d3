/** What every store has to prove, whatever it is made of: a store's own tests extend these. */
@NullMarked
package com.smartfitness.replication.contract;

import org.jspecify.annotations.NullMarked;
