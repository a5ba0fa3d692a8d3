package com.smartfitness.access.face;

/** A stored face that the key set does not open. */
final class UnreadableFaceException extends RuntimeException {

    UnreadableFaceException(Face face, Exception cause) {
        super("Face %s of user %s cannot be decrypted".formatted(face.id(), face.userId()), cause);
    }
}
