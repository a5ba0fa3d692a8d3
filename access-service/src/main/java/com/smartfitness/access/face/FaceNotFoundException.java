package com.smartfitness.access.face;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

final class FaceNotFoundException extends ProblemException {

    FaceNotFoundException() {
        super(HttpStatus.NOT_FOUND, "face-not-found", "You have not enrolled a face.");
    }
}
