package com.smartfitness.replication.consumer;

/** A type, or a version of it, that this release does not handle; the next one may, so it is tried again. */
final class UnknownTypeException extends RuntimeException {

    UnknownTypeException(String type) {
        super("This release does not handle " + type);
    }
}
