/** What customers look for, and what they are told of it: keywords, inboxes, live streams. */
@NullMarked
package com.smartfitness.search.preference;

import org.jspecify.annotations.NullMarked;
