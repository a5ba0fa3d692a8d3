package com.smartfitness.auth.encryption;

/** A stored value belongs elsewhere, was changed, or was encrypted with a key that is not in the key set. */
public final class UnreadableFieldException extends RuntimeException {

    UnreadableFieldException(Column column, Throwable cause) {
        super("%s.%s does not hold what this service has stored there".formatted(column.table(), column.name()), cause);
    }
}
