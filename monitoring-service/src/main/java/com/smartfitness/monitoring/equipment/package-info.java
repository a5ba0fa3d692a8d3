/** The register of equipment: what stands where, how it is asked, and which key its reports are signed with. */
@NullMarked
package com.smartfitness.monitoring.equipment;

import org.jspecify.annotations.NullMarked;
