package com.smartfitness.search.preference;

/** How many notifications are unread. */
record Unread(long total) {}
