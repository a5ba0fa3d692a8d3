@NullMarked
package com.smartfitness.replication.example.rewards;

import org.jspecify.annotations.NullMarked;
