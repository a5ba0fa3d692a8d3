package com.smartfitness.onnx;

/** A file is not a model, or not one that this program can run. */
public final class UnusableModelException extends RuntimeException {

    UnusableModelException(Exception cause) {
        super("The file is not a model that can be run here: " + cause.getMessage(), cause);
    }
}
