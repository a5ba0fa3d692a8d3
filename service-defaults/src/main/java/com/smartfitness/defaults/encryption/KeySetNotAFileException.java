package com.smartfitness.defaults.encryption;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The key set was handed to the service, which cannot change it where it came from. */
public final class KeySetNotAFileException extends ProblemException {

    KeySetNotAFileException() {
        super(
                HttpStatus.CONFLICT,
                "key-set-not-a-file",
                "The key set comes as text. Add a new primary key to it where it is kept, and start the service again.");
    }
}
