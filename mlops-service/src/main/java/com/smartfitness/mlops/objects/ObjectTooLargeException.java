package com.smartfitness.mlops.objects;

/** An object is larger than its reader wants to have. */
public final class ObjectTooLargeException extends RuntimeException {

    ObjectTooLargeException(String url, long limit) {
        super("%s has more than %d bytes".formatted(url, limit));
    }
}
