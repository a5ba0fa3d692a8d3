@NullMarked
package com.smartfitness.replication.example.members;

import org.jspecify.annotations.NullMarked;
