package com.smartfitness.monitoring.report;

/** How equipment says it is. */
enum Health {
    OK,
    ERROR
}
