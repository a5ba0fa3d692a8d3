package com.smartfitness.onnx;

/** A file is not a model, or not one that can be used here. */
public final class UnusableModelException extends RuntimeException {

    private final String reason;

    /** @param reason a sentence for operators */
    public UnusableModelException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** @param reason a sentence for operators */
    public UnusableModelException(String reason, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    UnusableModelException(Exception cause) {
        this("The file is not a model that can be run here: " + cause.getMessage(), cause);
    }

    @Override
    public String getMessage() {
        return reason;
    }
}
