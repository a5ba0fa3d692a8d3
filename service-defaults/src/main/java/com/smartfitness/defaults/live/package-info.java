/** Inboxes as they happen: one stream of server-sent events for every tab that a user has open. */
@NullMarked
package com.smartfitness.defaults.live;

import org.jspecify.annotations.NullMarked;
