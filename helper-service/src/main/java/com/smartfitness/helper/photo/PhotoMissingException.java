package com.smartfitness.helper.photo;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** A photo that should be in the store is not there. */
public final class PhotoMissingException extends ProblemException {

    private PhotoMissingException() {
        super(HttpStatus.NOT_FOUND, "photo-missing", "The photo is no longer kept.");
    }

    /** Keys tell nothing to callers, so none is named. */
    public static PhotoMissingException create() {
        return new PhotoMissingException();
    }
}
