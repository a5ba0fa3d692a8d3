/** The register over HTTP. */
@NullMarked
package com.smartfitness.monitoring.equipment.web;

import org.jspecify.annotations.NullMarked;
