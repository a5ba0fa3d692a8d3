/** What ties the log lines, requests and events of one request together. */
@NullMarked
package com.smartfitness.defaults.trace;

import org.jspecify.annotations.NullMarked;
