@NullMarked
package com.smartfitness.defaults.web;

import org.jspecify.annotations.NullMarked;
