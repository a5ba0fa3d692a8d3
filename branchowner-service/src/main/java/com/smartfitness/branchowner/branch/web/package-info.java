/** Branches over HTTP: what owners may write, and what callers read. */
@NullMarked
package com.smartfitness.branchowner.branch.web;

import org.jspecify.annotations.NullMarked;
