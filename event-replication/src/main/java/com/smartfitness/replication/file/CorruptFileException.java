package com.smartfitness.replication.file;

/** The file is there, but it is not what was written. */
final class CorruptFileException extends Exception {

    CorruptFileException(String reason) {
        super(reason);
    }
}
