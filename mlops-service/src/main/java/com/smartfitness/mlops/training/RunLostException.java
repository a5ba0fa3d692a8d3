package com.smartfitness.mlops.training;

/** The run was cancelled, or another process has taken it up: nothing more is to be done for it here. */
final class RunLostException extends RuntimeException {

    RunLostException(String runId) {
        super("Training %s is to be left alone.".formatted(runId));
    }
}
