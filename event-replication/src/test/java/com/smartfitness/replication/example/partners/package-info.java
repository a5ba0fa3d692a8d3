/** The rewards example once more, with a replica that takes what partners say too. */
@NullMarked
package com.smartfitness.replication.example.partners;

import org.jspecify.annotations.NullMarked;
