package com.smartfitness.onnx;

/** A file is not a model, or not one that can be used here. */
public final class UnusableModelException extends RuntimeException {

    /** @param reason a sentence for operators */
    public UnusableModelException(String reason) {
        super(reason);
    }

    UnusableModelException(Exception cause) {
        super("The file is not a model that can be run here: " + cause.getMessage(), cause);
    }
}
