package com.smartfitness.mlops.objects;

/** The store answers, and does not have the object. */
public final class ObjectNotFoundException extends RuntimeException {

    ObjectNotFoundException(String url) {
        super("There is no object " + url);
    }
}
