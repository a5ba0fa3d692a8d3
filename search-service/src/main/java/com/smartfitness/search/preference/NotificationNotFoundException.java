package com.smartfitness.search.preference;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** There is no such notification in the caller's inbox, or none any more. */
final class NotificationNotFoundException extends ProblemException {

    private NotificationNotFoundException(String message) {
        super(HttpStatus.NOT_FOUND, "notification-not-found", message);
    }

    static NotificationNotFoundException forId(long id) {
        return new NotificationNotFoundException("There is no notification " + id + " in your inbox.");
    }
}
