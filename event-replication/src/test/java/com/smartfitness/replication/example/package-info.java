/** Two tiny services: members publishes, rewards keeps a copy and reacts. What a service's author has to write. */
@NullMarked
package com.smartfitness.replication.example;

import org.jspecify.annotations.NullMarked;
