package com.smartfitness.access.entry;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

final class EntryNotFoundException extends ProblemException {

    private EntryNotFoundException(String id) {
        super(HttpStatus.NOT_FOUND, "access-not-found", "There is no entry %s among those you may see.".formatted(id));
    }

    static EntryNotFoundException forId(String id) {
        return new EntryNotFoundException(id);
    }
}
