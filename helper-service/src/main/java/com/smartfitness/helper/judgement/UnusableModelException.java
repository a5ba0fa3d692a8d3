package com.smartfitness.helper.judgement;

/** An artefact that must not be served, in a sentence for operators. */
final class UnusableModelException extends RuntimeException {

    UnusableModelException(String reason) {
        super(reason);
    }

    UnusableModelException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
