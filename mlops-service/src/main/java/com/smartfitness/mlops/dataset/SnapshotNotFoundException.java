package com.smartfitness.mlops.dataset;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** No dataset snapshot has this id. */
final class SnapshotNotFoundException extends ProblemException {

    private SnapshotNotFoundException(String message) {
        super(HttpStatus.NOT_FOUND, "snapshot-not-found", message);
    }

    static SnapshotNotFoundException forId(String id) {
        return new SnapshotNotFoundException("There is no dataset snapshot %s.".formatted(id));
    }
}
