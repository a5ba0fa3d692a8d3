package com.smartfitness.branchowner.inbox;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** There is no such entry in the caller's inbox; it may be in another's. */
final class EntryNotFoundException extends ProblemException {

    private EntryNotFoundException(String message) {
        super(HttpStatus.NOT_FOUND, "entry-not-found", message);
    }

    static EntryNotFoundException forId(long entryId) {
        return new EntryNotFoundException("There is no entry " + entryId + " in your inbox.");
    }
}
