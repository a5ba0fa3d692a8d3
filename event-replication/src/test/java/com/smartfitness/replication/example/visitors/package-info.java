@NullMarked
package com.smartfitness.replication.example.visitors;

import org.jspecify.annotations.NullMarked;
