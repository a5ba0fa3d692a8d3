package com.smartfitness.monitoring.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.smartfitness.events.EquipmentType;
import org.jspecify.annotations.Nullable;

/**
 * How much equipment of a branch is in one state.
 *
 * @param branchName absent until this service has heard of the branch
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EquipmentCount(
        String branchId, @Nullable String branchName, EquipmentType equipmentType, EquipmentState state, long count) {}
