package com.smartfitness.access.face;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** Whoever may send in templates may let anybody in under another's name: not every device is trusted so far. */
final class NotAnEnrolmentDeviceException extends ProblemException {

    NotAnEnrolmentDeviceException() {
        super(
                HttpStatus.FORBIDDEN,
                "not-an-enrolment-device",
                "Templates are accepted from registered cameras alone, not from this device.");
    }
}
