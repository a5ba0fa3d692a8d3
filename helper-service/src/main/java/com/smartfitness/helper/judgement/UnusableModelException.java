package com.smartfitness.helper.judgement;

/** An artefact that must not be served, in a sentence for operators. */
final class UnusableModelException extends RuntimeException {

    private final String reason;

    UnusableModelException(String reason) {
        super(reason);
        this.reason = reason;
    }

    UnusableModelException(String reason, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    @Override
    public String getMessage() {
        return reason;
    }
}
