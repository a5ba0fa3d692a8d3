/** The inbox as it happens: one stream of server-sent events for every tab that an owner has open. */
@NullMarked
package com.smartfitness.branchowner.inbox.live;

import org.jspecify.annotations.NullMarked;
