package com.smartfitness.monitoring.equipment;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** No equipment has this id, or none that the caller may see. */
public final class EquipmentNotFoundException extends ProblemException {

    private EquipmentNotFoundException(EquipmentId id) {
        super(HttpStatus.NOT_FOUND, "equipment-not-found", "There is no equipment %s.".formatted(id));
    }

    static EquipmentNotFoundException forId(EquipmentId id) {
        return new EquipmentNotFoundException(id);
    }
}
